import type { InstitutionCode, Ltci2021Items, PlainDate } from '@concord/standards'
import type { AssessmentKind, Conclusion, PoolMember } from './ltci-grading.events.js'

/** 失能等级评估 of one person: what counts, and the assessment under way. */
export interface LtciGrading {
  /** What the latest self-assessment says; nothing without one. */
  readonly mayApply: boolean | undefined
  readonly procedure: Procedure
  readonly standing: Standing
  /** Assessments that were ever applied for. */
  readonly known: readonly string[]
  /** Assessments whose conclusion was delivered and has not been revoked. */
  readonly concluded: readonly string[]
  /** 回避: pool numbers of the person's kin and of others with an interest, for every assessment of this person. */
  readonly recused: readonly string[]
}

/** From application to delivery; at most one at a time. */
export type Procedure = { readonly status: 'none' } | UnderWay

export type UnderWay =
  | { readonly status: 'applied'; readonly assessmentId: string; readonly kind: AssessmentKind; readonly appliedOn: PlainDate }
  | ({ readonly status: 'accepted' } & Accepted)
  | ({ readonly status: 'assigned' } & Assigned)
  | ({ readonly status: 'assessed'; readonly items: Ltci2021Items } & Assigned)
  | ({ readonly status: 'confirmed'; readonly conclusion: Conclusion } & Accepted)
  | ({
      readonly status: 'publicised'
      readonly conclusion: Conclusion
      readonly noticeEndsOn: PlainDate
      readonly objection: 'none' | 'open' | 're-evaluating'
    } & Accepted)

interface Accepted {
  readonly assessmentId: string
  readonly acceptedOn: PlainDate
}

interface Assigned extends Accepted {
  readonly institution: InstitutionCode
  readonly assessors: readonly PoolMember[]
}

/** What the person's last delivered conclusion is worth. */
export type Standing =
  | { readonly status: 'none' }
  | InForce
  | ({ readonly status: 'expired' } & Delivered)
  | { readonly status: 'revoked'; readonly assessmentId: string }

export interface InForce extends Delivered {
  readonly status: 'in-force'
  /** 复评: of a conclusion once, and then it is final. */
  readonly challenge: 'none' | 're-evaluating' | 'final'
}

interface Delivered {
  readonly assessmentId: string
  readonly conclusion: Conclusion
  readonly effectiveFrom: PlainDate
  readonly validUntil: PlainDate
}

export type At<Status extends Procedure['status']> = Extract<Procedure, { status: Status }>

/** Whether the assessment under way is this one and has come to this status. */
export const isAt = <Status extends UnderWay['status']>(
  procedure: Procedure,
  status: Status,
  assessmentId: string,
): procedure is At<Status> => procedure.status === status && procedure.assessmentId === assessmentId
