import { accept, refuse, type Decision } from '@concord/decider'
import type { Asked } from './ltci-grading.commands.js'
import type { LtciGradingEvent, PoolMember } from './ltci-grading.events.js'
import { isAt, type LtciGrading } from './ltci-grading.state.js'

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

type Answer = Decision<LtciGradingEvent, OnsiteRefusal>

export const assignAssessors = (command: Asked<'AssignAssessors'>, { procedure, recused }: LtciGrading): Answer => {
  const { assessmentId, on, institution, assessors } = command
  if (!isAt(procedure, 'accepted', assessmentId)) return refuse('application-not-accepted')
  const unfit = whyUnfit(assessors, recused)
  return unfit ? refuse(unfit) : accept({ type: 'AssessorsAssigned', data: { assessmentId, on, institution, assessors } })
}

/** 医保发〔2023〕29号 art. 15. Someone else takes the place in the same step, so that the assessors are never too few. */
export const recuseAssessor = (command: Asked<'RecuseAssessor'>, { procedure, recused }: LtciGrading): Answer => {
  const { assessmentId, on, assessor, ground, replacement } = command
  if (!isAt(procedure, 'assigned', assessmentId)) return refuse('assessors-not-assigned')
  if (!procedure.assessors.some(({ id }) => id === assessor)) return refuse('not-among-assessors')
  const unfit = whyUnfit(withReplacement(procedure.assessors, assessor, replacement), [...recused, assessor])
  return unfit ? refuse(unfit) : accept({ type: 'AssessorRecused', data: { assessmentId, on, assessor, ground, replacement } })
}

export const withReplacement = (assessors: readonly PoolMember[], recused: string, replacement: PoolMember): readonly PoolMember[] =>
  assessors.map((member) => (member.id === recused ? replacement : member))

export const completeOnsite = (command: Asked<'CompleteOnsiteAssessment'>, { procedure }: LtciGrading): Answer => {
  const { assessmentId, on, items, present, videoDigest, neighboursAsked, medicalRecordsConsulted } = command
  if (!isAt(procedure, 'assigned', assessmentId)) return refuse('assessors-not-assigned')
  if (present.length === 0) return refuse('no-guardian-or-agent-present')
  if (videoDigest === undefined) return refuse('video-missing')
  const data = { assessmentId, on, items, present, videoDigest, neighboursAsked, medicalRecordsConsulted }
  return accept({ type: 'OnsiteAssessmentCompleted', data })
}

/** 医保发〔2023〕29号 art. 21: at least two, at least one of them 评估专家. */
const whyUnfit = (assessors: readonly PoolMember[], recused: readonly string[]): OnsiteRefusal | undefined => {
  const ids = new Set(assessors.map(({ id }) => id))
  if (ids.size < assessors.length) return 'person-named-twice'
  if (ids.size < 2) return 'fewer-than-two-assessors'
  if (!assessors.some(({ role }) => role === 'expert')) return 'no-expert-among-assessors'
  return recused.some((id) => ids.has(id)) ? 'person-recused' : undefined
}
