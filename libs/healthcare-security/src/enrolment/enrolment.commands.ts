import type { PlainDate } from '@concord/standards'
import type { Enrolled, Transferred } from './enrolment.events.js'

export type EnrolmentCommand =
  /** 参保 */
  | ({ readonly type: 'Enrol' } & Enrolled)
  /** 参保关系转移: another pooling area insures the person */
  | ({ readonly type: 'TransferInsurance' } & Transferred)
  /** 停保、断保 */
  | { readonly type: 'LapseInsurance'; readonly on: PlainDate }
