import { institutionCodeFrom, type Ltci2021Items, type PlainDate, type SelfAssessmentAnswers } from '@concord/standards'
import type { Asked, LtciGradingCommand } from './ltci-grading.commands.js'
import type { Conclusion, LtciGradingFacts, PoolMember } from './ltci-grading.events.js'

/** A made-up assessment for the specifications: what is asked, what is recorded, and how far it has come. */
export const first = '5b9d2f0e-7c1a-4d7e-9a53-3f0d1c2b4a10'
export const second = '5b9d2f0e-7c1a-4d7e-9a53-3f0d1c2b4a11'

export const institution = institutionCodeFrom('12350200MB000001')
const otherInstitution = institutionCodeFrom('12350200MB000002')

export const expert = (id: string): PoolMember => ({ id, role: 'expert' })
export const assessor = (id: string): PoolMember => ({ id, role: 'assessor' })

/** 重度失能Ⅰ级 */
export const severe: Ltci2021Items = { adl: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], cognition: [4, 4, 4, 4], perception: [4, 4, 4] }
/** 中度失能 */
export const moderate: Ltci2021Items = { ...severe, adl: [10, 10, 5, 10, 10, 0, 0, 0, 0, 0] }

export const severeConclusion: Conclusion = {
  standard: 'ltci-2021',
  grade: 3,
  adl: 0,
  cognition: 16,
  perception: 12,
  items: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 4, 4, 4, 4, 4],
  determinedOn: '2026-03-12' as PlainDate,
  institution,
  assessors: ['P-001', 'E-001', 'E-002'],
}
export const moderateConclusion: Conclusion = {
  ...severeConclusion,
  grade: 2,
  adl: 45,
  items: [10, 10, 5, 10, 10, 0, 0, 0, 0, 0, 4, 4, 4, 4, 4, 4, 4],
}

const everywhere = (answer: SelfAssessmentAnswers['eating']): SelfAssessmentAnswers => ({
  eating: answer,
  continence: answer,
  bathing: answer,
  dressing: answer,
  toileting: answer,
  transfer: answer,
})
const dependent = everywhere('dependent')
export const independent = everywhere('independent')

const assessmentId = first
const team = { institution, assessors: [assessor('P-001'), expert('E-001')] }
const recusal = { assessor: 'P-001', ground: 'kin', replacement: assessor('P-002') } as const
const onsite = {
  items: severe,
  present: ['guardian'],
  videoDigest: 'ab'.repeat(32),
  neighboursAsked: true,
  medicalRecordsConsulted: true,
} as const
const confirmedBy = [expert('E-001'), expert('E-002')]
const byOthers = { institution: otherInstitution, confirmedBy: [expert('E-011'), expert('E-012')], items: moderate }
const validUntil = '2028-03-22' as PlainDate

type CommandName = LtciGradingCommand['type']
type EventName = keyof LtciGradingFacts
type Told<Name extends EventName> = LtciGradingFacts[Name]

const commands: { readonly [Name in CommandName]: Omit<Asked<Name>, 'type' | 'on'> } = {
  SubmitSelfAssessment: { answers: dependent },
  ApplyForAssessment: { assessmentId, kind: 'first', selfAssessmentWaived: false },
  AcceptApplication: { assessmentId, insuredRegion: '350203' },
  RefuseApplication: { assessmentId, ground: 'conditions-not-met' },
  WithdrawApplication: { assessmentId, reason: 'own-wish' },
  AssignAssessors: { assessmentId, ...team },
  RecuseAssessor: { assessmentId, ...recusal },
  CompleteOnsiteAssessment: { assessmentId, ...onsite },
  ConfirmConclusion: { assessmentId, confirmedBy },
  PubliciseConclusion: { assessmentId },
  RaiseNoticeObjection: { assessmentId },
  DismissNoticeObjection: { assessmentId },
  ConcludeGrade: { assessmentId, validUntil },
  RequestReEvaluation: { assessmentId },
  ConcludeReEvaluation: { assessmentId, ...byOthers, validUntil },
  ExpireConclusion: { assessmentId },
  RevokeConclusion: { assessmentId, reason: 'fraud' },
}

const reEvaluated: Conclusion = {
  ...moderateConclusion,
  determinedOn: '2026-04-20' as PlainDate,
  institution: otherInstitution,
  assessors: ['E-011', 'E-012'],
}

const events: { readonly [Name in EventName]: Omit<Told<Name>, 'on'> } = {
  SelfAssessmentSubmitted: { answers: dependent, category: 'G', mayApply: true },
  LtcAssessmentApplied: { assessmentId, kind: 'first', selfAssessmentWaived: false },
  ApplicationAccepted: { assessmentId, insuredRegion: '350203', overdue: false },
  ApplicationRefused: { assessmentId, ground: 'conditions-not-met', overdue: false },
  ApplicationWithdrawn: { assessmentId, reason: 'own-wish' },
  AssessorsAssigned: { assessmentId, ...team },
  AssessorRecused: { assessmentId, ...recusal },
  OnsiteAssessmentCompleted: { assessmentId, ...onsite },
  ConclusionConfirmed: { assessmentId, confirmedBy, conclusion: severeConclusion },
  ConclusionPublicised: { assessmentId, conclusion: severeConclusion, noticeEndsOn: '2026-03-20' as PlainDate },
  NoticeObjectionRaised: { assessmentId },
  NoticeObjectionDismissed: { assessmentId },
  GradeConcluded: { assessmentId, conclusion: severeConclusion, validUntil, overdue: false },
  ReEvaluationRequested: { assessmentId },
  ReEvaluationConcluded: { assessmentId, conclusion: reEvaluated, validUntil },
  ConclusionExpired: { assessmentId },
  ConclusionRevoked: { assessmentId, reason: 'fraud' },
}

/** What a command says unless the sentence says otherwise: about the first assessment, of a severely disabled person. */
export const ask = <Name extends CommandName>(type: Name, on: string, but: Partial<Asked<Name>> = {}): LtciGradingCommand =>
  ({ type, on, ...commands[type], ...but }) as LtciGradingCommand

/** What is recorded unless the sentence says otherwise. */
export const told = <Name extends EventName>(type: Name, on: string, but: Partial<Told<Name>> = {}) => ({
  type,
  data: { on: on as PlainDate, ...events[type], ...but } as Told<Name>,
})

/** How far the first assessment has come. */
export const applied = [told('LtcAssessmentApplied', '2026-03-02')]
export const accepted = [...applied, told('ApplicationAccepted', '2026-03-04')]
export const assigned = [...accepted, told('AssessorsAssigned', '2026-03-05')]
export const assessed = [...assigned, told('OnsiteAssessmentCompleted', '2026-03-10')]
export const confirmed = [...assessed, told('ConclusionConfirmed', '2026-03-12')]
export const publicised = [...confirmed, told('ConclusionPublicised', '2026-03-13')]
export const concluded = [...publicised, told('GradeConcluded', '2026-03-23')]
export const reEvaluating = [...concluded, told('ReEvaluationRequested', '2026-04-01')]
