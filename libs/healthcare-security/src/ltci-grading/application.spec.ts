import { describe, it } from '@jest/globals'
import { specify } from '@concord/specify'
import {
  accepted,
  applied,
  ask,
  concluded,
  confirmed,
  independent,
  publicised,
  reEvaluating,
  second,
  told,
} from './ltci-grading.examples.js'
import { ltciGrading } from './ltci-grading.decider.js'

const { given } = specify(ltciGrading)

describe('a self-assessment', () => {
  it('is counted by the table', () =>
    given().when(ask('SubmitSelfAssessment', '2026-03-01')).records(told('SelfAssessmentSubmitted', '2026-03-01')))
  it('opens the way to an application', () =>
    given(told('SelfAssessmentSubmitted', '2026-03-01'))
      .when(ask('ApplyForAssessment', '2026-03-02'))
      .records(...applied))
  it('is not needed for an application', () =>
    given()
      .when(ask('ApplyForAssessment', '2026-03-02'))
      .records(...applied))
  it('closes the way when it counts too few dependencies', () =>
    given(ableToday).when(ask('ApplyForAssessment', '2026-03-02')).refuses('self-assessment-below-threshold'))
  it('can be waived when another agency has found a disability', () =>
    given(ableToday)
      .when(ask('ApplyForAssessment', '2026-03-02', { selfAssessmentWaived: true }))
      .records(told('LtcAssessmentApplied', '2026-03-02', { selfAssessmentWaived: true })))
  it('closes no way to a reassessment', () =>
    given(...concluded, told('SelfAssessmentSubmitted', '2026-09-11', { category: 'A', mayApply: false }))
      .when(again('change', '2026-09-14'))
      .records(appliedAgain('change', '2026-09-14')))
})

describe('an application', () => {
  it('is one at a time', () =>
    given(...applied)
      .when(again('first', '2026-03-03'))
      .refuses('assessment-under-way'))
  it('has an id of its own', () =>
    given(...concluded)
      .when(ask('ApplyForAssessment', '2026-09-14'))
      .refuses('assessment-id-used'))
  it('is not made for the first time while a conclusion is in force', () =>
    given(...concluded)
      .when(again('first', '2028-03-22'))
      .refuses('conclusion-in-force'))
  it('is made for the first time again when the conclusion has ended', () =>
    given(...concluded)
      .when(again('first', '2028-03-23'))
      .records(appliedAgain('first', '2028-03-23')))
  it('is made for the first time again when the conclusion was revoked', () =>
    given(...concluded, told('ConclusionRevoked', '2026-05-06'))
      .when(again('first', '2026-05-07'))
      .records(appliedAgain('first', '2026-05-07')))
})

describe('a reassessment', () => {
  it('on a change waits six months from the conclusion', () =>
    given(...concluded)
      .when(again('change', '2026-09-11'))
      .refuses('six-months-not-over'))
  it('on a change is possible after six months', () =>
    given(...concluded)
      .when(again('change', '2026-09-12'))
      .records(appliedAgain('change', '2026-09-12')))
  it('on a change needs a conclusion that can have changed', () =>
    given().when(again('change', '2026-09-14')).refuses('no-conclusion-in-force'))
  it('on a spot check needs no interval', () =>
    given(...concluded)
      .when(again('spot-check', '2026-03-24'))
      .records(appliedAgain('spot-check', '2026-03-24')))
  it('on a spot check needs a conclusion to check', () =>
    given(...concluded)
      .when(again('spot-check', '2028-03-23'))
      .refuses('no-conclusion-in-force'))
  it('before expiry is possible in the last three months', () =>
    given(...concluded)
      .when(again('expiry', '2027-12-22'))
      .records(appliedAgain('expiry', '2027-12-22')))
  it('before expiry is not possible earlier', () =>
    given(...concluded)
      .when(again('expiry', '2027-12-21'))
      .refuses('renewal-not-yet-due'))
  it('is possible after expiry', () =>
    given(...concluded, told('ConclusionExpired', '2028-03-23'))
      .when(again('expiry', '2028-04-03'))
      .records(appliedAgain('expiry', '2028-04-03')))
  it('at expiry needs a conclusion that expires', () => given().when(again('expiry', '2026-03-02')).refuses('no-conclusion-in-force'))
  it('waits for the end of a re-evaluation', () =>
    given(...reEvaluating)
      .when(again('spot-check', '2026-04-02'))
      .refuses('re-evaluation-pending'))
})

describe('an application that was made', () => {
  it('is accepted', () =>
    given(...applied)
      .when(ask('AcceptApplication', '2026-03-09'))
      .records(told('ApplicationAccepted', '2026-03-09')))
  it('is accepted late after five working days, and that is recorded', () =>
    given(...applied)
      .when(ask('AcceptApplication', '2026-03-10'))
      .records(told('ApplicationAccepted', '2026-03-10', { overdue: true })))
  it('is accepted for insured persons only', () =>
    given(...applied)
      .when(ask('AcceptApplication', '2026-03-04', { insuredRegion: undefined }))
      .refuses('not-insured'))
  it('is accepted once', () =>
    given(...accepted)
      .when(ask('AcceptApplication', '2026-03-05'))
      .refuses('application-not-open'))
  it('is accepted under its own id', () =>
    given(...applied)
      .when(ask('AcceptApplication', '2026-03-04', { assessmentId: second }))
      .refuses('application-not-open'))
  it('is refused on one of five grounds', () =>
    given(...applied)
      .when(ask('RefuseApplication', '2026-03-04'))
      .records(told('ApplicationRefused', '2026-03-04')))
  it('is refused late after five working days, and that is recorded', () =>
    given(...applied)
      .when(ask('RefuseApplication', '2026-03-10'))
      .records(told('ApplicationRefused', '2026-03-10', { overdue: true })))
  it('cannot be refused when it was accepted', () =>
    given(...accepted)
      .when(ask('RefuseApplication', '2026-03-05'))
      .refuses('application-not-open'))
  it('makes room for another one when it was refused', () =>
    given(...applied, told('ApplicationRefused', '2026-03-04'))
      .when(again('first', '2026-03-05'))
      .records(appliedAgain('first', '2026-03-05')))
  it('is withdrawn', () =>
    given(...accepted)
      .when(ask('WithdrawApplication', '2026-03-05'))
      .records(told('ApplicationWithdrawn', '2026-03-05')))
  it('cannot be withdrawn under another id', () =>
    given(...accepted)
      .when(ask('WithdrawApplication', '2026-03-05', { assessmentId: second }))
      .refuses('application-not-open'))
  it('cannot be withdrawn once there is a conclusion', () => {
    given(...confirmed)
      .when(ask('WithdrawApplication', '2026-03-13'))
      .refuses('conclusion-confirmed-already')
    given(...publicised)
      .when(ask('WithdrawApplication', '2026-03-13'))
      .refuses('conclusion-confirmed-already')
  })
  it('cannot go back in time', () =>
    given(...applied)
      .when(ask('AcceptApplication', '2026-03-01'))
      .refuses('dated-before-last-step'))
})

type Kind = 'first' | 'change' | 'expiry' | 'spot-check'
const again = (kind: Kind, on: string) => ask('ApplyForAssessment', on, { assessmentId: second, kind })
const appliedAgain = (kind: Kind, on: string) => told('LtcAssessmentApplied', on, { assessmentId: second, kind })
const ableToday = told('SelfAssessmentSubmitted', '2026-03-01', { answers: independent, category: 'A', mayApply: false })
