import { accept, refuse, type Decision } from '@concord/decider'
import { addMonths, addWorkingDays, scoreLtci2021, type InstitutionCode, type Ltci2021Items, type PlainDate } from '@concord/standards'
import { nationalRules, poolingAreaPolicy } from '../policy.js'
import type { Asked } from './ltci-grading.commands.js'
import type { Conclusion, LtciGradingEvent, PoolMember } from './ltci-grading.events.js'
import { isAt, type LtciGrading, type UnderWay } from './ltci-grading.state.js'

/** What can be wrong with any conclusion, a re-evaluation's as well. */
export type ConclusionFlaw =
  | 'confirmed-by-non-expert'
  | 'person-named-twice'
  | 'fewer-than-two-experts'
  | 'person-recused'
  | 'valid-until-in-the-past'
  | 'valid-longer-than-two-years'

/** 结论、公示与送达 */
export type ConclusionRefusal =
  | ConclusionFlaw
  | 'not-assessed-on-site'
  | 'conclusion-not-confirmed'
  | 'below-benefit-grade'
  | 'not-on-notice'
  | 'notice-over'
  | 'objection-open'
  | 'no-open-objection'
  | 're-evaluation-pending'
  | 'notice-not-held'
  | 'notice-not-over'

type Answer = Decision<LtciGradingEvent, ConclusionRefusal>

export const confirm = ({ assessmentId, on, confirmedBy }: Asked<'ConfirmConclusion'>, { procedure, recused }: LtciGrading): Answer => {
  if (!isAt(procedure, 'assessed', assessmentId)) return refuse('not-assessed-on-site')
  const unfit = whyNotConfirmed(confirmedBy, recused)
  if (unfit) return refuse(unfit)
  const { items, institution, assessors } = procedure
  const conclusion = conclusionFrom(items, { determinedOn: on, institution, by: [...assessors, ...confirmedBy] })
  return accept({ type: 'ConclusionConfirmed', data: { assessmentId, on, confirmedBy, conclusion } })
}

export const publicise = ({ assessmentId, on }: Asked<'PubliciseConclusion'>, { procedure }: LtciGrading): Answer => {
  if (!isAt(procedure, 'confirmed', assessmentId)) return refuse('conclusion-not-confirmed')
  const { conclusion } = procedure
  if (conclusion.grade < poolingAreaPolicy.benefitGrade) return refuse('below-benefit-grade')
  const noticeEndsOn = addWorkingDays(on, poolingAreaPolicy.noticeWorkingDays)
  return accept({ type: 'ConclusionPublicised', data: { assessmentId, on, conclusion, noticeEndsOn } })
}

export const raiseObjection = ({ assessmentId, on }: Asked<'RaiseNoticeObjection'>, { procedure }: LtciGrading): Answer => {
  if (!isAt(procedure, 'publicised', assessmentId)) return refuse('not-on-notice')
  if (on > procedure.noticeEndsOn) return refuse('notice-over')
  if (procedure.objection === 'none') return accept({ type: 'NoticeObjectionRaised', data: { assessmentId, on } })
  return refuse(procedure.objection === 'open' ? 'objection-open' : 're-evaluation-pending')
}

export const dismissObjection = ({ assessmentId, on }: Asked<'DismissNoticeObjection'>, { procedure }: LtciGrading): Answer =>
  isAt(procedure, 'publicised', assessmentId) && procedure.objection === 'open'
    ? accept({ type: 'NoticeObjectionDismissed', data: { assessmentId, on } })
    : refuse('no-open-objection')

export const conclude = (command: Asked<'ConcludeGrade'>, { procedure, standing }: LtciGrading): Answer => {
  const { assessmentId, on, validUntil } = command
  if (!isAt(procedure, 'confirmed', assessmentId) && !isAt(procedure, 'publicised', assessmentId)) return refuse('conclusion-not-confirmed')
  const { conclusion, acceptedOn } = procedure
  const hindrance = whatHoldsNoticeUp(procedure, on) ?? whyNotValid(conclusion.grade, on, validUntil)
  if (hindrance) return refuse(hindrance)
  const overdue = on > addWorkingDays(acceptedOn, nationalRules.deliveryWorkingDays)
  const replaces = standing.status === 'in-force' ? { replaces: standing.assessmentId } : {}
  return accept({ type: 'GradeConcluded', data: { assessmentId, on, conclusion, validUntil, overdue, ...replaces } })
}

/** 医保发〔2023〕29号 art. 23: only grades that reach the benefit are publicised, and those must be. */
const whatHoldsNoticeUp = (procedure: Extract<UnderWay, { conclusion: Conclusion }>, on: PlainDate): ConclusionRefusal | undefined => {
  if (procedure.status === 'confirmed') return procedure.conclusion.grade < poolingAreaPolicy.benefitGrade ? undefined : 'notice-not-held'
  if (procedure.objection === 'open') return 'objection-open'
  if (procedure.objection === 're-evaluating') return 're-evaluation-pending'
  return on > procedure.noticeEndsOn ? undefined : 'notice-not-over'
}

/** 医保发〔2023〕29号 art. 25: severe grades for two years at most. */
export const whyNotValid = (grade: number, on: PlainDate, validUntil: PlainDate): ConclusionFlaw | undefined => {
  if (validUntil < on) return 'valid-until-in-the-past'
  const longest = addMonths(on, nationalRules.severeValidityMonths)
  return grade >= nationalRules.severeGrade && validUntil > longest ? 'valid-longer-than-two-years' : undefined
}

/** 医保发〔2023〕29号 art. 22: at least two 评估专家 confirm. */
export const whyNotConfirmed = (confirmedBy: readonly PoolMember[], recused: readonly string[]): ConclusionFlaw | undefined => {
  const ids = new Set(confirmedBy.map(({ id }) => id))
  if (confirmedBy.some(({ role }) => role !== 'expert')) return 'confirmed-by-non-expert'
  if (ids.size < confirmedBy.length) return 'person-named-twice'
  if (ids.size < 2) return 'fewer-than-two-experts'
  return recused.some((id) => ids.has(id)) ? 'person-recused' : undefined
}

interface Determination {
  readonly determinedOn: PlainDate
  readonly institution: InstitutionCode
  readonly by: readonly PoolMember[]
}

/** The points and the grade that follow from the items by 医保办发〔2021〕37号; nobody chooses a grade. */
export const conclusionFrom = (items: Ltci2021Items, { determinedOn, institution, by }: Determination): Conclusion => {
  const { adl, cognition, perception, grade } = scoreLtci2021(items)
  const assessors = [...new Set(by.map(({ id }) => id))]
  const inOrder = [...items.adl, ...items.cognition, ...items.perception]
  return { standard: 'ltci-2021', grade, adl, cognition, perception, items: inOrder, determinedOn, institution, assessors }
}
