import { describe, it } from '@jest/globals'
import { specify } from '@concord/specify'
import { certificate } from './certificate.decider.js'
import {
  accepted,
  applied,
  appliedAgain,
  apply,
  ask,
  day,
  dismissed,
  evaluate,
  evaluated,
  issued,
  limb2,
  multiple,
  objected,
  onNotice,
  publicised,
  refusal,
  refused,
  second,
} from './certificate.example.js'

const { given } = specify(certificate)

describe('an application for a certificate', () => {
  it('is made once', () => given().when(apply('2026-03-02')).records(applied))
  it('is accepted by the county', () => given(applied).when(ask('AcceptApplication', '2026-03-04')).records(accepted))
  it('is evaluated by a designated hospital', () => given(applied, accepted).when(evaluate(limb2)).records(evaluated(limb2)))
  it('is not evaluated by any other', () => given(applied, accepted).when(evaluate(limb2, false)).refuses('hospital-not-designated'))
  it('is put on public notice for five working days', () =>
    given(applied, accepted, evaluated(limb2)).when(ask('PubliciseEvaluation', '2026-03-13')).records(publicised))
  it('is answered with a certificate for ten years', () =>
    given(...onNotice)
      .when(ask('IssueCertificate', '2026-03-23'))
      .records(issued()))
  it('is not answered before the notice is over', () =>
    given(...onNotice)
      .when(ask('IssueCertificate', '2026-03-20'))
      .refuses('notice-not-over'))
  it('is answered, if late, all the same', () =>
    given(...onNotice)
      .when(ask('IssueCertificate', '2026-04-13'))
      .records(issued({ on: day('2026-04-13'), validUntil: day('2036-04-13'), reviewedLate: true })))

  it('is refused when the materials are false', () => given(applied).when(refusal('false-materials')).records(refused('false-materials')))
  it('is refused when the standard is not met', () =>
    given(applied, accepted).when(refusal('standard-not-met')).records(refused('standard-not-met')))
  it('is not refused on the standard before anyone could evaluate', () =>
    given(applied).when(refusal('standard-not-met')).refuses('application-awaits-acceptance'))
  it('can be withdrawn', () =>
    given(...onNotice)
      .when(refusal('withdrawn'))
      .records(refused('withdrawn')))
  it('can be refused late, which is recorded', () =>
    given(...onNotice)
      .when(refusal('withdrawn', '2026-04-13'))
      .records(refused('withdrawn', { on: day('2026-04-13'), reviewedLate: true })))
  it('can be made again after a refusal', () =>
    given(applied, refused('withdrawn')).when(apply('2026-04-20', second)).records(appliedAgain('2026-04-20')))

  it('takes an id of its own', () => given(applied, refused('withdrawn')).when(apply('2026-04-20')).refuses('certificate-id-used-before'))
  it('is not made for someone not born yet', () =>
    given()
      .when({ ...apply('2026-03-02'), bornOn: day('2026-03-03') })
      .refuses('born-after-application'))
  it('is not decided under another id', () =>
    given(applied)
      .when(ask('AcceptApplication', '2026-03-04', second))
      .refuses('not-the-current-certificate'))
  it('is told in the order in which it happened', () =>
    given(applied).when(ask('AcceptApplication', '2026-03-01')).refuses('earlier-than-the-last-record'))
})

describe('an objection to the notice', () => {
  it('is raised while the notice lasts', () =>
    given(...onNotice)
      .when(ask('RaiseNoticeObjection', '2026-03-20'))
      .records(objected))
  it('comes too late after it', () =>
    given(...onNotice)
      .when(ask('RaiseNoticeObjection', '2026-03-23'))
      .refuses('notice-over'))
  it('holds the certificate back', () =>
    given(...onNotice, objected)
      .when(ask('IssueCertificate', '2026-03-23'))
      .refuses('objection-open'))
  it('can be dismissed', () =>
    given(...onNotice, objected)
      .when(ask('DismissNoticeObjection', '2026-03-23'))
      .records(dismissed))
  it('holds nothing back once dismissed', () =>
    given(...onNotice, objected, dismissed)
      .when(ask('IssueCertificate', '2026-03-23'))
      .records(issued()))
  it('ends the application when upheld', () =>
    given(...onNotice, objected)
      .when(refusal('objection-upheld'))
      .records(refused('objection-upheld')))
  it('cannot be upheld if nobody raised it', () =>
    given(...onNotice)
      .when(refusal('objection-upheld'))
      .refuses('no-objection-open'))
  it('cannot be dismissed if nobody raised it', () =>
    given(...onNotice)
      .when(ask('DismissNoticeObjection', '2026-03-20'))
      .refuses('no-objection-open'))
})

describe('an evaluation', () => {
  it('of several disabilities carries each of them', () => given(applied, accepted).when(evaluate(multiple)).records(evaluated(multiple)))
  it('is as grave as the gravest of them', () =>
    given(applied, accepted)
      .when(evaluate({ ...multiple, grade: 3 }))
      .refuses('grade-not-of-the-most-severe-component'))
  it('is multiple from two disabilities on', () =>
    given(applied, accepted)
      .when(evaluate({ ...limb2, category: 7 }))
      .refuses('multiple-needs-two-components'))
  it('names no disability twice', () =>
    given(applied, accepted)
      .when(evaluate({ ...multiple, components: [...multiple.components, ...multiple.components] }))
      .refuses('component-twice'))
  it('of one disability carries that one', () =>
    given(applied, accepted)
      .when(evaluate({ ...limb2, category: 1 }))
      .refuses('component-not-of-the-category'))
  it('is made after the application was accepted', () =>
    given(applied, accepted)
      .when(evaluate({ ...limb2, determinedOn: day('2026-03-03') }))
      .refuses('evaluated-too-early'))
  it('is recorded after it was made', () =>
    given(applied, accepted)
      .when(evaluate({ ...limb2, determinedOn: day('2026-03-12') }))
      .refuses('evaluated-after-the-record'))
})
