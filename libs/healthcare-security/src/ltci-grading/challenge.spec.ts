import { describe, it } from '@jest/globals'
import { specify } from '@concord/specify'
import type { PlainDate } from '@concord/standards'
import {
  ask,
  assessor,
  assigned,
  concluded,
  confirmed,
  expert,
  first,
  institution,
  publicised,
  reEvaluating,
  second,
  severe,
  severeConclusion,
  told,
} from './ltci-grading.examples.js'
import { ltciGrading } from './ltci-grading.decider.js'

const { given } = specify(ltciGrading)

describe('a re-evaluation', () => {
  it('is requested of a delivered conclusion', () =>
    given(...concluded)
      .when(ask('RequestReEvaluation', '2026-04-01'))
      .records(told('ReEvaluationRequested', '2026-04-01')))
  it('is requested of a publicised conclusion that somebody objects to', () =>
    given(...objected)
      .when(ask('RequestReEvaluation', '2026-03-17'))
      .records(told('ReEvaluationRequested', '2026-03-17')))
  it('is not requested of a publicised conclusion that nobody objects to', () =>
    given(...publicised)
      .when(ask('RequestReEvaluation', '2026-03-17'))
      .refuses('no-open-objection'))
  it('needs a conclusion', () =>
    given(...confirmed)
      .when(ask('RequestReEvaluation', '2026-03-17'))
      .refuses('no-such-conclusion'))
  it('needs a conclusion that is still valid', () =>
    given(...concluded)
      .when(ask('RequestReEvaluation', '2028-03-23'))
      .refuses('conclusion-ended'))
  it('is requested once', () => {
    given(...reEvaluating)
      .when(ask('RequestReEvaluation', '2026-04-02'))
      .refuses('re-evaluation-pending')
    given(...reEvaluatingOnNotice)
      .when(ask('RequestReEvaluation', '2026-03-18'))
      .refuses('re-evaluation-pending')
  })
  it('does not cross an assessment under way', () =>
    given(...concluded, told('LtcAssessmentApplied', '2026-04-01', { assessmentId: second, kind: 'spot-check' }))
      .when(ask('RequestReEvaluation', '2026-04-02'))
      .refuses('assessment-under-way'))

  it('is concluded by another institution and other persons', () =>
    given(...reEvaluating)
      .when(ask('ConcludeReEvaluation', '2026-04-20'))
      .records(reEvaluated))
  it('is final', () =>
    given(...reEvaluating, reEvaluated)
      .when(ask('RequestReEvaluation', '2026-04-21'))
      .refuses('re-evaluation-is-final'))
  it('is concluded only when it was requested', () =>
    given(...concluded)
      .when(ask('ConcludeReEvaluation', '2026-04-20'))
      .refuses('re-evaluation-not-requested'))
  it('is not concluded by the first institution', () =>
    given(...reEvaluating)
      .when(ask('ConcludeReEvaluation', '2026-04-20', { institution }))
      .refuses('same-institution-re-evaluates'))
  it('is not concluded by anyone who took part before', () =>
    given(...reEvaluating)
      .when(by(expert('E-002'), expert('E-011')))
      .refuses('same-person-re-evaluates'))
  it('is concluded by at least two experts', () =>
    given(...reEvaluating)
      .when(by(expert('E-011')))
      .refuses('fewer-than-two-experts'))
  it('is concluded by different experts', () =>
    given(...reEvaluating)
      .when(by(expert('E-011'), expert('E-011')))
      .refuses('person-named-twice'))
  it('is concluded by experts only', () =>
    given(...reEvaluating)
      .when(by(expert('E-011'), assessor('P-011')))
      .refuses('confirmed-by-non-expert'))
  it('is not concluded by an expert who kept away before', () =>
    given(...assigned, told('AssessorRecused', '2026-03-06', { assessor: 'E-011' }), ...reEvaluating.slice(assigned.length))
      .when(ask('ConcludeReEvaluation', '2026-04-20'))
      .refuses('person-recused'))
  it('gives a severe grade for two years at most', () =>
    given(...reEvaluating)
      .when(ask('ConcludeReEvaluation', '2026-04-20', { items: severe, validUntil: '2028-04-21' as PlainDate }))
      .refuses('valid-longer-than-two-years'))
  it('does not give a grade that has ended already', () =>
    given(...reEvaluating)
      .when(ask('ConcludeReEvaluation', '2026-04-20', { validUntil: '2026-04-19' as PlainDate }))
      .refuses('valid-until-in-the-past'))
  it('during the notice puts its own conclusion into force', () =>
    given(...reEvaluatingOnNotice)
      .when(ask('ConcludeReEvaluation', '2026-04-20'))
      .records(reEvaluated))
  it('during the notice leaves nothing else to deliver', () =>
    given(...reEvaluatingOnNotice, reEvaluated)
      .when(ask('ConcludeGrade', '2026-04-21'))
      .refuses('conclusion-not-confirmed'))
  it('during the notice of a reassessment replaces the conclusion in force', () =>
    given(...concluded, ...reEvaluatingAgain)
      .when(ask('ConcludeReEvaluation', '2026-04-20', { assessmentId: second }))
      .records({ ...reEvaluated, data: { ...reEvaluated.data, assessmentId: second, replaces: first } }))
})

describe('a conclusion in force', () => {
  it('expires the day after its last', () =>
    given(...concluded)
      .when(ask('ExpireConclusion', '2028-03-23'))
      .records(told('ConclusionExpired', '2028-03-23')))
  it('does not expire on its last day', () =>
    given(...concluded)
      .when(ask('ExpireConclusion', '2028-03-22'))
      .refuses('still-valid'))
  it('cannot expire before it is delivered', () =>
    given(...publicised)
      .when(ask('ExpireConclusion', '2028-03-23'))
      .refuses('no-such-conclusion'))
  it('cannot expire when it was revoked', () =>
    given(...revoked)
      .when(ask('ExpireConclusion', '2028-03-23'))
      .refuses('no-such-conclusion'))
})

describe('a revocation', () => {
  it('ends a conclusion in force', () =>
    given(...concluded)
      .when(revoke('2026-05-06'))
      .records(told('ConclusionRevoked', '2026-05-06')))
  it('ends a conclusion before its delivery', () => {
    given(...confirmed)
      .when(revoke('2026-03-13'))
      .records(told('ConclusionRevoked', '2026-03-13'))
    given(...publicised)
      .when(revoke('2026-03-16'))
      .records(told('ConclusionRevoked', '2026-03-16'))
  })
  it('leaves nothing to deliver', () =>
    given(...publicised, told('ConclusionRevoked', '2026-03-16'))
      .when(ask('ConcludeGrade', '2026-03-23'))
      .refuses('conclusion-not-confirmed'))
  it('reaches a conclusion that has expired', () =>
    given(...concluded, told('ConclusionExpired', '2028-03-23'))
      .when(revoke('2028-06-01'))
      .records(told('ConclusionRevoked', '2028-06-01')))
  it('reaches a conclusion that was replaced', () =>
    given(...concluded, told('GradeConcluded', '2026-10-19', { assessmentId: second, replaces: first }))
      .when(revoke('2026-11-02'))
      .records(told('ConclusionRevoked', '2026-11-02')))
  it('leaves the conclusion in force that replaced the revoked one', () =>
    given(
      ...concluded,
      told('GradeConcluded', '2026-10-19', { assessmentId: second, replaces: first }),
      told('ConclusionRevoked', '2026-11-02'),
    )
      .when(ask('ExpireConclusion', '2028-03-23', { assessmentId: second }))
      .records(told('ConclusionExpired', '2028-03-23', { assessmentId: second })))
  it('is made once', () =>
    given(...revoked)
      .when(revoke('2026-05-07'))
      .refuses('no-such-conclusion'))
  it('needs a conclusion', () => given().when(revoke('2026-05-06')).refuses('no-such-conclusion'))
})

const objected = [...publicised, told('NoticeObjectionRaised', '2026-03-16')]
const reEvaluatingOnNotice = [...objected, told('ReEvaluationRequested', '2026-03-17')]
const reEvaluated = told('ReEvaluationConcluded', '2026-04-20')
const reEvaluatingAgain = [
  told('LtcAssessmentApplied', '2026-03-24', { assessmentId: second, kind: 'spot-check' }),
  told('ApplicationAccepted', '2026-03-24', { assessmentId: second }),
  told('AssessorsAssigned', '2026-03-24', { assessmentId: second }),
  told('OnsiteAssessmentCompleted', '2026-03-25', { assessmentId: second }),
  told('ConclusionConfirmed', '2026-03-26', { assessmentId: second, conclusion: severeConclusion }),
  told('ConclusionPublicised', '2026-03-27', { assessmentId: second, noticeEndsOn: '2026-04-03' as PlainDate }),
  told('NoticeObjectionRaised', '2026-03-30', { assessmentId: second }),
  told('ReEvaluationRequested', '2026-03-31', { assessmentId: second }),
]
const revoked = [...concluded, told('ConclusionRevoked', '2026-05-06')]
const revoke = (on: string) => ask('RevokeConclusion', on)
const by = (...confirmedBy: ReturnType<typeof expert>[]) => ask('ConcludeReEvaluation', '2026-04-20', { confirmedBy })
