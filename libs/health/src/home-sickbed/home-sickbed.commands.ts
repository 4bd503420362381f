import type { InstitutionCode, PlainDate } from '@concord/standards'
import type { ClosingReason } from './home-sickbed.events.js'

export type HomeSickbedCommand =
  /** 建床 */
  | { readonly type: 'OpenHomeSickbed'; readonly on: PlainDate; readonly institution: InstitutionCode }
  /** 撤床 */
  | { readonly type: 'CloseHomeSickbed'; readonly on: PlainDate; readonly reason: ClosingReason }
