/** Every "no" to a step of an assessment; the sentences for people are in `refusals.ts`. */
export type LtciGradingRefusal = ApplicationRefusal | OnsiteRefusal | ConclusionRefusal | ChallengeRefusal

/** 申请与受理 */
export type ApplicationRefusal =
  | 'assessment-id-used'
  | 'assessment-under-way'
  | 're-evaluation-pending'
  | 'self-assessment-below-threshold'
  | 'conclusion-in-force'
  | 'no-conclusion-in-force'
  | 'six-months-not-over'
  | 'renewal-not-yet-due'
  | 'application-not-open'
  | 'not-insured'
  | 'conclusion-confirmed-already'

/** 派单与现场评估 */
export type OnsiteRefusal =
  | 'application-not-accepted'
  | 'fewer-than-two-assessors'
  | 'no-expert-among-assessors'
  | 'person-named-twice'
  | 'person-recused'
  | 'assessors-not-assigned'
  | 'not-among-assessors'
  | 'no-guardian-or-agent-present'
  | 'video-missing'

/** 结论、公示与送达 */
export type ConclusionRefusal =
  | 'not-assessed-on-site'
  | 'confirmed-by-non-expert'
  | 'person-named-twice'
  | 'fewer-than-two-experts'
  | 'person-recused'
  | 'conclusion-not-confirmed'
  | 'below-benefit-grade'
  | 'not-on-notice'
  | 'notice-over'
  | 'objection-open'
  | 'no-open-objection'
  | 're-evaluation-pending'
  | 'notice-not-held'
  | 'notice-not-over'
  | 'valid-until-in-the-past'
  | 'valid-longer-than-two-years'

/** 复评、到期与撤销 */
export type ChallengeRefusal =
  | 'no-such-conclusion'
  | 'no-open-objection'
  | 'assessment-under-way'
  | 're-evaluation-pending'
  | 're-evaluation-is-final'
  | 'conclusion-ended'
  | 're-evaluation-not-requested'
  | 'same-institution-re-evaluates'
  | 'same-person-re-evaluates'
  | 'still-valid'
