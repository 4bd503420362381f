import type { LtciGradingEvent, LtciGradingFacts } from './ltci-grading.events.js'
import { isAt, type At, type LtciGrading, type Procedure, type Standing, type UnderWay } from './ltci-grading.state.js'
import { withReplacement } from './onsite.rules.js'

export const evolve = (grading: LtciGrading, { type, data }: LtciGradingEvent): LtciGrading => {
  switch (type) {
    case 'SelfAssessmentSubmitted':
      return { ...grading, mayApply: data.mayApply }
    case 'LtcAssessmentApplied':
      return applied(grading, data)
    case 'ApplicationAccepted':
      return moved(grading, 'applied', ({ assessmentId }) => ({ status: 'accepted', assessmentId, acceptedOn: data.on }))
    case 'ApplicationRefused':
    case 'ApplicationWithdrawn':
      return { ...grading, procedure: { status: 'none' } }
    case 'AssessorsAssigned':
      return moved(grading, 'accepted', (it) => ({ ...it, status: 'assigned', institution: data.institution, assessors: data.assessors }))
    case 'AssessorRecused':
      return recused(grading, data)
    case 'OnsiteAssessmentCompleted':
      return moved(grading, 'assigned', (it) => ({ ...it, status: 'assessed', items: data.items }))
    case 'ConclusionConfirmed':
      return moved(grading, 'assessed', (it) => ({ ...it, status: 'confirmed', conclusion: data.conclusion }))
    case 'ConclusionPublicised':
      return moved(grading, 'confirmed', (it) => ({ ...it, status: 'publicised', noticeEndsOn: data.noticeEndsOn, objection: 'none' }))
    case 'NoticeObjectionRaised':
      return moved(grading, 'publicised', (it) => ({ ...it, objection: 'open' }))
    case 'NoticeObjectionDismissed':
      return moved(grading, 'publicised', (it) => ({ ...it, objection: 'none' }))
    case 'GradeConcluded':
      return delivered(grading, data, 'none')
    case 'ReEvaluationRequested':
      return challenged(grading, data)
    case 'ReEvaluationConcluded':
      return delivered(grading, data, 'final')
    case 'ConclusionExpired':
      return expired(grading)
    case 'ConclusionRevoked':
      return revoked(grading, data)
  }
}

type Told<Type extends keyof LtciGradingFacts> = LtciGradingFacts[Type]

/** The assessment under way goes on from the status that the event follows; the decider lets no other history come about. */
const moved = <Status extends UnderWay['status']>(
  grading: LtciGrading,
  status: Status,
  next: (from: At<Status>) => UnderWay,
): LtciGrading => {
  const { procedure } = grading
  return procedure.status !== 'none' && isAt(procedure, status, procedure.assessmentId)
    ? { ...grading, procedure: next(procedure) }
    : grading
}

const applied = (grading: LtciGrading, { assessmentId, kind, on }: Told<'LtcAssessmentApplied'>): LtciGrading => ({
  ...grading,
  procedure: { status: 'applied', assessmentId, kind, appliedOn: on },
  known: [...grading.known, assessmentId],
})

const recused = (grading: LtciGrading, { assessor, replacement }: Told<'AssessorRecused'>): LtciGrading => ({
  ...moved(grading, 'assigned', (it) => ({ ...it, assessors: withReplacement(it.assessors, assessor, replacement) })),
  recused: [...grading.recused, assessor],
})

const delivered = (
  grading: LtciGrading,
  { assessmentId, on, conclusion, validUntil }: Told<'GradeConcluded' | 'ReEvaluationConcluded'>,
  challenge: 'none' | 'final',
): LtciGrading => ({
  ...grading,
  procedure: without(grading.procedure, assessmentId),
  standing: { status: 'in-force', assessmentId, conclusion, effectiveFrom: on, validUntil, challenge },
  concluded: [...grading.concluded, assessmentId],
})

const challenged = (grading: LtciGrading, { assessmentId }: Told<'ReEvaluationRequested'>): LtciGrading => {
  const { procedure, standing } = grading
  if (isAt(procedure, 'publicised', assessmentId)) return { ...grading, procedure: { ...procedure, objection: 're-evaluating' } }
  return standing.status === 'in-force' ? { ...grading, standing: { ...standing, challenge: 're-evaluating' } } : grading
}

const expired = (grading: LtciGrading): LtciGrading =>
  grading.standing.status === 'in-force' ? { ...grading, standing: { ...grading.standing, status: 'expired' } } : grading

const revoked = (grading: LtciGrading, { assessmentId }: Told<'ConclusionRevoked'>): LtciGrading => ({
  ...grading,
  procedure: without(grading.procedure, assessmentId),
  standing: isOf(grading.standing, assessmentId) ? { status: 'revoked', assessmentId } : grading.standing,
  concluded: grading.concluded.filter((id) => id !== assessmentId),
})

const isOf = (matter: Procedure | Standing, assessmentId: string): boolean =>
  matter.status !== 'none' && matter.assessmentId === assessmentId

const without = (procedure: Procedure, assessmentId: string): Procedure => (isOf(procedure, assessmentId) ? { status: 'none' } : procedure)
