import type { PlainDate } from '@concord/standards'
import type { Applicant } from '../eligibility.js'
import type { RecordId } from '../vocabulary.js'
import type { Assessed, RevocationReason } from './ability-assessment.events.js'

export type AbilityAssessmentCommand =
  /** 作出评估结论 */
  | ({
      readonly type: 'ConcludeAssessment'
      /** For the age rule: whom the standard is made for. */
      readonly bornOn: Applicant['bornOn']
      /** 现场评估 */
      readonly onSite: boolean
    } & Assessed)
  /** 申请复评: the person doubts the result */
  | { readonly type: 'RequestReview'; readonly assessmentId: RecordId; readonly on: PlainDate }
  /** 撤销评估结论 */
  | { readonly type: 'RevokeAssessment'; readonly assessmentId: RecordId; readonly on: PlainDate; readonly reason: RevocationReason }
