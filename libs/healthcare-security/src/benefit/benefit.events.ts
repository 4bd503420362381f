import type { PlainDate } from '@concord/standards'

/** 居家、机构、医院护理 */
export const careForms = ['home', 'institution', 'hospital'] as const
export type CareForm = (typeof careForms)[number]

/** 住院、违约、欠费、死亡核查、外出 */
export const pausingReasons = ['in-hospital', 'breach', 'premium-unpaid', 'death-review', 'away'] as const
export type PausingReason = (typeof pausingReasons)[number]

/** 死亡、等级变更、结论失效、本人要求、违约、转出 */
export const endingReasons = ['deceased', 'grade-changed', 'conclusion-ended', 'own-wish', 'breach', 'moved-away'] as const
export type EndingReason = (typeof endingReasons)[number]

/** Stored names: for ever. A changed meaning is a new name. */
export type BenefitEvent =
  | {
      readonly type: 'BenefitStarted'
      readonly data: {
        readonly benefitId: string
        readonly on: PlainDate
        readonly form: CareForm
        /** The assessment whose conclusion entitles. */
        readonly restsOn: string
        readonly grade: number
      }
    }
  | {
      readonly type: 'BenefitPaused'
      readonly data: { readonly benefitId: string; readonly on: PlainDate; readonly reason: PausingReason }
    }
  | { readonly type: 'BenefitResumed'; readonly data: { readonly benefitId: string; readonly on: PlainDate } }
  | { readonly type: 'BenefitEnded'; readonly data: { readonly benefitId: string; readonly on: PlainDate; readonly reason: EndingReason } }
