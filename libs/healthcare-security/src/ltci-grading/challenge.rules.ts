import { accept, refuse, type Decision } from '@concord/decider'
import { conclusionFrom, whyNotConfirmed, whyNotValid, type ConclusionFlaw } from './conclusion.rules.js'
import type { Asked } from './ltci-grading.commands.js'
import type { Conclusion, LtciGradingEvent } from './ltci-grading.events.js'
import { isAt, type LtciGrading } from './ltci-grading.state.js'

/** 复评、到期与撤销 */
export type ChallengeRefusal =
  | ConclusionFlaw
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

type Answer = Decision<LtciGradingEvent, ChallengeRefusal>

/** 医保发〔2023〕29号 art. 27: of a delivered conclusion, or of a publicised one to which somebody objected. */
export const requestReEvaluation = ({ assessmentId, on }: Asked<'RequestReEvaluation'>, grading: LtciGrading): Answer => {
  const hindrance = isAt(grading.procedure, 'publicised', assessmentId)
    ? whyNotOnNotice[grading.procedure.objection]
    : whyNotDelivered({ assessmentId, on }, grading)
  return hindrance ? refuse(hindrance) : accept({ type: 'ReEvaluationRequested', data: { assessmentId, on } })
}

const whyNotOnNotice = { none: 'no-open-objection', open: undefined, 're-evaluating': 're-evaluation-pending' } as const

const whyNotDelivered = (
  { assessmentId, on }: Pick<Asked<'RequestReEvaluation'>, 'assessmentId' | 'on'>,
  { procedure, standing }: LtciGrading,
): ChallengeRefusal | undefined => {
  if (standing.status !== 'in-force' || standing.assessmentId !== assessmentId) return 'no-such-conclusion'
  if (standing.challenge === 'final') return 're-evaluation-is-final'
  if (standing.challenge === 're-evaluating') return 're-evaluation-pending'
  if (on > standing.validUntil) return 'conclusion-ended'
  return procedure.status === 'none' ? undefined : 'assessment-under-way'
}

/** The first institution and everyone who took part in it keep away: art. 27. */
export const concludeReEvaluation = (command: Asked<'ConcludeReEvaluation'>, grading: LtciGrading): Answer => {
  const { assessmentId, on, institution, confirmedBy, items, validUntil } = command
  const first = challenged(grading, assessmentId)
  if (!first) return refuse('re-evaluation-not-requested')
  if (first.institution === institution) return refuse('same-institution-re-evaluates')
  if (confirmedBy.some(({ id }) => first.assessors.includes(id))) return refuse('same-person-re-evaluates')
  const conclusion = conclusionFrom(items, { determinedOn: on, institution, by: confirmedBy })
  const hindrance = whyNotConfirmed(confirmedBy, grading.recused) ?? whyNotValid(conclusion.grade, on, validUntil)
  if (hindrance) return refuse(hindrance)
  return accept({ type: 'ReEvaluationConcluded', data: { assessmentId, on, conclusion, validUntil, ...replaced(grading, assessmentId) } })
}

const challenged = ({ procedure, standing }: LtciGrading, assessmentId: string): Conclusion | undefined => {
  if (isAt(procedure, 'publicised', assessmentId) && procedure.objection === 're-evaluating') return procedure.conclusion
  const delivered = standing.status === 'in-force' && standing.challenge === 're-evaluating' && standing.assessmentId === assessmentId
  return delivered ? standing.conclusion : undefined
}

/** Another assessment's conclusion, when the re-evaluated one was not delivered yet. */
const replaced = ({ standing }: LtciGrading, assessmentId: string): { readonly replaces?: string } =>
  standing.status === 'in-force' && standing.assessmentId !== assessmentId ? { replaces: standing.assessmentId } : {}

export const expire = ({ assessmentId, on }: Asked<'ExpireConclusion'>, { standing }: LtciGrading): Answer => {
  if (standing.status !== 'in-force' || standing.assessmentId !== assessmentId) return refuse('no-such-conclusion')
  return on > standing.validUntil ? accept({ type: 'ConclusionExpired', data: { assessmentId, on } }) : refuse('still-valid')
}

/** Also of a conclusion that has ended or been replaced: what was paid on it may have to be paid back. */
export const revoke = ({ assessmentId, on, reason }: Asked<'RevokeConclusion'>, { procedure, concluded }: LtciGrading): Answer => {
  const awaitsDelivery = isAt(procedure, 'confirmed', assessmentId) || isAt(procedure, 'publicised', assessmentId)
  return awaitsDelivery || concluded.includes(assessmentId)
    ? accept({ type: 'ConclusionRevoked', data: { assessmentId, on, reason } })
    : refuse('no-such-conclusion')
}
