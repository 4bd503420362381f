import type { Fall } from './falls.events.js'

/** 跌倒上报 */
export interface FallCommand extends Fall {
  readonly type: 'ReportFall'
}
