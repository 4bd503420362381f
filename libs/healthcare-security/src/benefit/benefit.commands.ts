import type { PlainDate } from '@concord/standards'
import type { ConclusionInForce } from '../ltci-grading/conclusion-in-force.js'
import type { CareForm, EndingReason, PausingReason } from './benefit.events.js'

export type BenefitCommand =
  /** 待遇开始 */
  | ({
      readonly type: 'StartBenefit'
      readonly benefitId: string
      readonly on: PlainDate
      readonly form: CareForm
      /** The assessment whose conclusion entitles. */
      readonly restsOn: string
    } & Entitlement)
  /** 待遇暂停 */
  | { readonly type: 'PauseBenefit'; readonly benefitId: string; readonly on: PlainDate; readonly reason: PausingReason }
  /** 待遇恢复 */
  | ({ readonly type: 'ResumeBenefit'; readonly benefitId: string; readonly on: PlainDate } & Entitlement)
  /** 待遇终止 */
  | { readonly type: 'EndBenefit'; readonly benefitId: string; readonly on: PlainDate; readonly reason: EndingReason }

/** What the agency's other records say about the person on the day of the command. */
export interface Entitlement {
  readonly insured: boolean
  readonly conclusion: ConclusionInForce | undefined
}
