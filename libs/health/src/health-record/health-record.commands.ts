import type { HealthRecordOpening } from './health-record.events.js'

/** 建档 */
export interface HealthRecordCommand extends HealthRecordOpening {
  readonly type: 'OpenHealthRecord'
}
