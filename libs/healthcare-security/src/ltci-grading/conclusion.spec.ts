import { describe, it } from '@jest/globals'
import { specify } from '@concord/specify'
import type { PlainDate } from '@concord/standards'
import {
  ask,
  assessed,
  assessor,
  assigned,
  concluded,
  confirmed,
  expert,
  first,
  moderate,
  moderateConclusion,
  publicised,
  second,
  severeConclusion,
  told,
} from './ltci-grading.examples.js'
import { ltciGrading } from './ltci-grading.decider.js'

const { given } = specify(ltciGrading)

describe('a conclusion', () => {
  it('follows from the items and is confirmed by two experts', () =>
    given(...assessed)
      .when(ask('ConfirmConclusion', '2026-03-12'))
      .records(told('ConclusionConfirmed', '2026-03-12')))
  it('needs an on-site assessment', () =>
    given(...assigned)
      .when(ask('ConfirmConclusion', '2026-03-12'))
      .refuses('not-assessed-on-site'))
  it('is confirmed by at least two experts', () =>
    given(...assessed)
      .when(confirm(expert('E-002')))
      .refuses('fewer-than-two-experts'))
  it('is confirmed by different experts', () =>
    given(...assessed)
      .when(confirm(expert('E-002'), expert('E-002')))
      .refuses('person-named-twice'))
  it('is confirmed by experts only', () =>
    given(...assessed)
      .when(confirm(expert('E-002'), expert('E-003'), assessor('P-001')))
      .refuses('confirmed-by-non-expert'))
  it('is not confirmed by an expert who kept away', () =>
    given(
      ...assigned,
      told('AssessorRecused', '2026-03-06', { assessor: 'E-001', replacement: expert('E-009') }),
      told('OnsiteAssessmentCompleted', '2026-03-10'),
    )
      .when(ask('ConfirmConclusion', '2026-03-12'))
      .refuses('person-recused'))
})

describe('a public notice', () => {
  it('lasts five working days', () =>
    given(...confirmed)
      .when(ask('PubliciseConclusion', '2026-03-13'))
      .records(told('ConclusionPublicised', '2026-03-13')))
  it('needs a confirmed conclusion', () =>
    given(...assessed)
      .when(ask('PubliciseConclusion', '2026-03-13'))
      .refuses('conclusion-not-confirmed'))
  it('is not held for grades without benefit', () =>
    given(...moderately)
      .when(ask('PubliciseConclusion', '2026-03-13'))
      .refuses('below-benefit-grade'))
  it('hears an objection until its last day', () =>
    given(...publicised)
      .when(ask('RaiseNoticeObjection', '2026-03-20'))
      .records(told('NoticeObjectionRaised', '2026-03-20')))
  it('hears no objection after that', () =>
    given(...publicised)
      .when(ask('RaiseNoticeObjection', '2026-03-21'))
      .refuses('notice-over'))
  it('hears no objection before it begins', () =>
    given(...confirmed)
      .when(ask('RaiseNoticeObjection', '2026-03-13'))
      .refuses('not-on-notice'))
  it('examines one objection at a time', () =>
    given(...objected)
      .when(ask('RaiseNoticeObjection', '2026-03-17'))
      .refuses('objection-open'))
  it('hears no further objection while it is re-evaluated', () =>
    given(...objected, told('ReEvaluationRequested', '2026-03-17'))
      .when(ask('RaiseNoticeObjection', '2026-03-18'))
      .refuses('re-evaluation-pending'))
  it('goes on when an objection is dismissed', () =>
    given(...objected)
      .when(ask('DismissNoticeObjection', '2026-03-17'))
      .records(told('NoticeObjectionDismissed', '2026-03-17')))
  it('has no objection to dismiss when there was none', () =>
    given(...publicised)
      .when(ask('DismissNoticeObjection', '2026-03-17'))
      .refuses('no-open-objection'))
})

describe('a delivery', () => {
  it('follows the notice and puts the conclusion into force', () =>
    given(...publicised)
      .when(ask('ConcludeGrade', '2026-03-23'))
      .records(told('GradeConcluded', '2026-03-23')))
  it('follows the notice when an objection was dismissed', () =>
    given(...objected, told('NoticeObjectionDismissed', '2026-03-17'))
      .when(ask('ConcludeGrade', '2026-03-23'))
      .records(told('GradeConcluded', '2026-03-23')))
  it('needs a confirmed conclusion', () =>
    given(...assessed)
      .when(ask('ConcludeGrade', '2026-03-23'))
      .refuses('conclusion-not-confirmed'))
  it('waits for the notice to be held', () =>
    given(...confirmed)
      .when(ask('ConcludeGrade', '2026-03-23'))
      .refuses('notice-not-held'))
  it('waits for the notice to end', () =>
    given(...publicised)
      .when(ask('ConcludeGrade', '2026-03-20'))
      .refuses('notice-not-over'))
  it('waits while an objection is open', () =>
    given(...objected)
      .when(ask('ConcludeGrade', '2026-03-23'))
      .refuses('objection-open'))
  it('waits while the conclusion is re-evaluated', () =>
    given(...objected, told('ReEvaluationRequested', '2026-03-17'))
      .when(ask('ConcludeGrade', '2026-03-23'))
      .refuses('re-evaluation-pending'))
  it('needs no notice for grades without benefit', () =>
    given(...moderately)
      .when(ask('ConcludeGrade', '2026-03-13'))
      .records(told('GradeConcluded', '2026-03-13', { conclusion: moderateConclusion })))
  it('is late after thirty working days, and that is recorded', () => {
    given(...publicised)
      .when(ask('ConcludeGrade', '2026-04-16'))
      .records(told('GradeConcluded', '2026-04-16'))
    given(...publicised)
      .when(ask('ConcludeGrade', '2026-04-17'))
      .records(told('GradeConcluded', '2026-04-17', { overdue: true }))
  })
  it('gives a severe grade for two years at most', () => {
    given(...publicised)
      .when(until('2028-03-24'))
      .refuses('valid-longer-than-two-years')
    given(...publicised)
      .when(until('2028-03-23'))
      .records(told('GradeConcluded', '2026-03-23', { validUntil: '2028-03-23' as PlainDate }))
  })
  it('may give other grades for longer', () =>
    given(...moderately)
      .when(ask('ConcludeGrade', '2026-03-13', { validUntil: '2029-03-12' as PlainDate }))
      .records(told('GradeConcluded', '2026-03-13', { conclusion: moderateConclusion, validUntil: '2029-03-12' as PlainDate })))
  it('may give other grades for a single day', () =>
    given(...moderately)
      .when(ask('ConcludeGrade', '2026-03-13', { validUntil: '2026-03-13' as PlainDate }))
      .records(told('GradeConcluded', '2026-03-13', { conclusion: moderateConclusion, validUntil: '2026-03-13' as PlainDate })))
  it('does not give a grade that has ended already', () =>
    given(...publicised)
      .when(until('2026-03-22'))
      .refuses('valid-until-in-the-past'))
  it('replaces the conclusion that was in force', () =>
    given(...concluded, ...publicisedAgain)
      .when(ask('ConcludeGrade', '2026-10-19', { assessmentId: second }))
      .records(told('GradeConcluded', '2026-10-19', { assessmentId: second, conclusion: severeAgain, replaces: first })))
})

const confirm = (...confirmedBy: ReturnType<typeof expert>[]) => ask('ConfirmConclusion', '2026-03-12', { confirmedBy })
const until = (validUntil: string) => ask('ConcludeGrade', '2026-03-23', { validUntil: validUntil as PlainDate })
const objected = [...publicised, told('NoticeObjectionRaised', '2026-03-16')]
const moderately = [
  ...assigned,
  told('OnsiteAssessmentCompleted', '2026-03-10', { items: moderate }),
  told('ConclusionConfirmed', '2026-03-12', { conclusion: moderateConclusion }),
]
const severeAgain = { ...severeConclusion, determinedOn: '2026-09-28' as PlainDate }
const publicisedAgain = [
  told('LtcAssessmentApplied', '2026-09-14', { assessmentId: second, kind: 'change' }),
  told('ApplicationAccepted', '2026-09-15', { assessmentId: second }),
  told('AssessorsAssigned', '2026-09-16', { assessmentId: second }),
  told('OnsiteAssessmentCompleted', '2026-09-21', { assessmentId: second }),
  told('ConclusionConfirmed', '2026-09-28', { assessmentId: second, conclusion: severeAgain }),
  told('ConclusionPublicised', '2026-09-29', { assessmentId: second, conclusion: severeAgain, noticeEndsOn: '2026-10-12' as PlainDate }),
]
