import { accept, refuse, type Decision } from '@concord/decider'
import { addMonths, addWorkingDays, selfAssessmentGate, type PlainDate } from '@concord/standards'
import { nationalRules, poolingAreaPolicy } from '../policy.js'
import type { Asked } from './ltci-grading.commands.js'
import type { AssessmentKind, LtciGradingEvent } from './ltci-grading.events.js'
import { type InForce, isAt, type LtciGrading, type Standing } from './ltci-grading.state.js'

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

type Answer = Decision<LtciGradingEvent, ApplicationRefusal>

export const submitSelfAssessment = ({ on, answers }: Asked<'SubmitSelfAssessment'>): Answer => {
  const { category, mayApply } = selfAssessmentGate(answers)
  return accept({ type: 'SelfAssessmentSubmitted', data: { on, answers, category, mayApply } })
}

export const apply = (command: Asked<'ApplyForAssessment'>, grading: LtciGrading): Answer => {
  const { assessmentId, on, kind, selfAssessmentWaived } = command
  const { mayApply, procedure, standing, known } = grading
  if (known.includes(assessmentId)) return refuse('assessment-id-used')
  if (procedure.status !== 'none') return refuse('assessment-under-way')
  if (kind === 'first' && mayApply === false && !selfAssessmentWaived) return refuse('self-assessment-below-threshold')
  const untimely = whyUntimely(kind, on, standing)
  if (untimely) return refuse(untimely)
  return accept({ type: 'LtcAssessmentApplied', data: { assessmentId, on, kind, selfAssessmentWaived } })
}

export const acceptApplication = ({ assessmentId, on, insuredRegion }: Asked<'AcceptApplication'>, { procedure }: LtciGrading): Answer => {
  if (!isAt(procedure, 'applied', assessmentId)) return refuse('application-not-open')
  if (insuredRegion === undefined) return refuse('not-insured')
  return accept({ type: 'ApplicationAccepted', data: { assessmentId, on, insuredRegion, overdue: isLate(procedure.appliedOn, on) } })
}

export const refuseApplication = ({ assessmentId, on, ground }: Asked<'RefuseApplication'>, { procedure }: LtciGrading): Answer =>
  isAt(procedure, 'applied', assessmentId)
    ? accept({ type: 'ApplicationRefused', data: { assessmentId, on, ground, overdue: isLate(procedure.appliedOn, on) } })
    : refuse('application-not-open')

/** Once there is a conclusion it is delivered or revoked; it cannot be made unsaid by withdrawing. */
export const withdraw = ({ assessmentId, on, reason }: Asked<'WithdrawApplication'>, { procedure }: LtciGrading): Answer => {
  if (procedure.status === 'none' || procedure.assessmentId !== assessmentId) return refuse('application-not-open')
  if (procedure.status === 'confirmed' || procedure.status === 'publicised') return refuse('conclusion-confirmed-already')
  return accept({ type: 'ApplicationWithdrawn', data: { assessmentId, on, reason } })
}

/** Whether an assessment of this kind is due now, by what the last conclusion is still worth. */
const whyUntimely = (kind: AssessmentKind, on: PlainDate, standing: Standing): ApplicationRefusal | undefined => {
  const conclusion = inForceOn(on, standing)
  if (conclusion?.challenge === 're-evaluating') return 're-evaluation-pending'
  switch (kind) {
    case 'first':
      return conclusion ? 'conclusion-in-force' : undefined
    case 'change':
      return conclusion ? whyNotChanged(on, conclusion) : 'no-conclusion-in-force'
    case 'expiry':
      return whyNotRenewed(on, standing)
    case 'spot-check':
      return conclusion ? undefined : 'no-conclusion-in-force'
  }
}

const inForceOn = (on: PlainDate, standing: Standing): InForce | undefined =>
  standing.status === 'in-force' && on <= standing.validUntil ? standing : undefined

/** 医保发〔2023〕29号 art. 29; a spot check that finds a change has no such interval. */
const whyNotChanged = (on: PlainDate, { conclusion }: InForce): ApplicationRefusal | undefined =>
  on < addMonths(conclusion.determinedOn, nationalRules.reassessmentMonths) ? 'six-months-not-over' : undefined

/** 医保发〔2023〕29号 art. 30 */
const whyNotRenewed = (on: PlainDate, standing: Standing): ApplicationRefusal | undefined => {
  if (standing.status !== 'in-force' && standing.status !== 'expired') return 'no-conclusion-in-force'
  return on < addMonths(standing.validUntil, -poolingAreaPolicy.renewalMonths) ? 'renewal-not-yet-due' : undefined
}

const isLate = (appliedOn: PlainDate, on: PlainDate): boolean => on > addWorkingDays(appliedOn, nationalRules.acceptanceWorkingDays)
