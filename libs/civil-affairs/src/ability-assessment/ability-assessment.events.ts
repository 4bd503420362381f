import type { Gbt42195Adjustment, Gbt42195Assessment, Gbt42195Level, InstitutionCode, PlainDate } from '@concord/standards'
import type { AssessorId, RecordId } from '../vocabulary.js'

/** Stored names: for ever. A changed meaning is a new name. */
export type AbilityAssessmentEvent =
  /** 老年人能力评估结论 */
  | { readonly type: 'ElderAbilityAssessed'; readonly data: AbilityFinding }
  /** 申请复评 */
  | { readonly type: 'AbilityReviewRequested'; readonly data: { readonly assessmentId: RecordId; readonly on: PlainDate } }
  /** 撤销 */
  | {
      readonly type: 'AbilityAssessmentRevoked'
      readonly data: { readonly assessmentId: RecordId; readonly on: PlainDate; readonly reason: RevocationReason }
    }

/** What the assessors saw (GB/T 42195-2022, Annexes A and B): the 26 items and what C.4 asks besides. */
export interface Assessed extends Gbt42195Assessment {
  readonly assessmentId: RecordId
  readonly on: PlainDate
  readonly reason: AssessmentReason
  /** Why an immediate assessment is made. */
  readonly change?: ChangeOfCondition
  readonly institution: InstitutionCode
  readonly assessors: readonly AssessorId[]
  /** 补录: concluded earlier and recorded now. */
  readonly lateRecord: boolean
}

/** What was assessed, and what follows from it. */
export interface AbilityFinding extends Assessed {
  readonly total: number
  /** By the total alone. */
  readonly preliminary: Gbt42195Level
  /** 0 能力完好 … 4 能力完全丧失, after C.4 */
  readonly level: Gbt42195Level
  /** 等级变更情形 (C.4) */
  readonly adjustments: readonly Gbt42195Adjustment[]
  readonly effectiveFrom: PlainDate
  /** The day on which the routine assessment is due, or the last day before the next assessment that was known already. */
  readonly validUntil: PlainDate
  readonly replaces?: RecordId
}

/** 评估原因: first 首次 · routine 常规 · immediate 即时 · review 因对结果有疑问的复评 · other 其他 */
export const assessmentReasons = ['first', 'routine', 'immediate', 'review', 'other'] as const
export type AssessmentReason = (typeof assessmentReasons)[number]

/** 状况变化: what calls for an immediate assessment. A diagnosis never edits a level; it calls for this. */
export const changesOfCondition = ['new-diagnosis', 'condition-worse', 'condition-better', 'care-risk-event'] as const
type ChangeOfCondition = (typeof changesOfCondition)[number]

/** 撤销原因: fraud 弄虚作假 · procedure 程序违规 · error 差错 */
export const revocationReasons = ['fraud', 'procedure', 'error'] as const
export type RevocationReason = (typeof revocationReasons)[number]
