import type { PlainDate } from '@concord/standards'
import type { Evaluation } from './evaluation.js'

/** Stored names: for ever. A changed meaning is a new name. */
export type CertificateEvent = ApplicationEvent | CardEvent

/** 申领: from the application to the county's answer. */
export type ApplicationEvent =
  | { readonly type: 'CertificateApplied'; readonly data: About & { readonly bornOn: PlainDate; readonly householdRegion: string } }
  | { readonly type: 'ApplicationAccepted'; readonly data: About }
  | { readonly type: 'DisabilityEvaluated'; readonly data: About & { readonly evaluation: Evaluation } }
  | { readonly type: 'EvaluationPublicised'; readonly data: About & { readonly evaluation: Evaluation; readonly noticeEndsOn: PlainDate } }
  | { readonly type: 'NoticeObjectionRaised'; readonly data: About }
  | { readonly type: 'NoticeObjectionDismissed'; readonly data: About }
  | { readonly type: 'CertificateRefused'; readonly data: About & Reviewed & { readonly reason: RefusingReason } }
  | {
      readonly type: 'CertificateIssued'
      readonly data: About & Reviewed & { readonly evaluation: Evaluation; readonly validUntil: PlainDate }
    }

/** What becomes of a certificate once it is issued. */
export type CardEvent =
  | { readonly type: 'CertificateRenewed'; readonly data: About & { readonly validUntil: PlainDate } }
  /** 补发: `reissue` counts the lost cards, 1–9, and is printed after the number as B1 … B9. */
  | { readonly type: 'CertificateReissued'; readonly data: About & { readonly reissue: number } }
  | { readonly type: 'DisabilityRegraded'; readonly data: About & { readonly evaluation: Evaluation } }
  | { readonly type: 'CertificateMoved'; readonly data: About & { readonly householdRegion: string } }
  | { readonly type: 'CertificateFrozen'; readonly data: About & { readonly reason: FreezingReason } }
  | { readonly type: 'CertificateUnfrozen'; readonly data: About }
  | { readonly type: 'CertificateExpired'; readonly data: About }
  | { readonly type: 'CertificateCancelled'; readonly data: About & { readonly reason: CancellingReason } }
  | { readonly type: 'EvaluationDisputed'; readonly data: About & { readonly before: DisputeBody } }
  | { readonly type: 'DisputeConcluded'; readonly data: About & { readonly evaluation: Evaluation; readonly final: boolean } }

/** Which certificate, and the day on which it happened. The id stays when the printed number changes. */
export interface About {
  readonly certificateId: string
  readonly on: PlainDate
}

/** Whether the county's review took longer than its working days: recorded, since a late answer is still an answer. */
interface Reviewed {
  readonly reviewedLate: boolean
}

export const refusingReasons = ['standard-not-met', 'false-materials', 'objection-upheld', 'withdrawn'] as const
export type RefusingReason = (typeof refusingReasons)[number]
export const freezingReasons = ['expired', 'data-check', 'suspected-irregularity'] as const
export type FreezingReason = (typeof freezingReasons)[number]
export const cancellingReasons = ['deceased', 'own-wish', 'standard-not-met', 'fraud', 'transferred', 'left-country'] as const
export type CancellingReason = (typeof cancellingReasons)[number]

/** 市级残联, then 省级残疾评定专家委员会, whose opinion is final. */
export type DisputeBody = 'city' | 'province'
