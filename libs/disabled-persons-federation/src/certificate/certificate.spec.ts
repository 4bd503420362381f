import { describe, it } from '@jest/globals'
import { specify } from '@concord/specify'
import { certificate } from './certificate.decider.js'
import {
  accepted,
  applied,
  apply,
  ask,
  cancelled,
  evaluated,
  expired,
  holding,
  freeze,
  frozen,
  unfrozen,
  limb2,
  onNotice,
  refused,
  renewal,
  second,
} from './certificate.example.js'

const { given } = specify(certificate)

describe('a command that was obeyed long ago', () => {
  it('is heard again and records nothing', () =>
    given(...holding)
      .when(apply('2026-03-02'))
      .recordsNothing())
  it('is another command on another day', () =>
    given(...holding)
      .when(apply('2026-03-03'))
      .refuses('earlier-than-the-last-record'))
  it('is a new command once it was undone', () =>
    given(...holding, frozen('data-check'), unfrozen('2027-01-04'))
      .when(freeze('data-check'))
      .records(frozen('data-check')))
})

describe('a command at the wrong moment is told where things stand', () => {
  it('before acceptance', () => given(applied).when(renewal()).refuses('application-awaits-acceptance'))
  it('before evaluation', () => given(applied, accepted).when(renewal()).refuses('application-awaits-evaluation'))
  it('before the notice', () => given(applied, accepted, evaluated(limb2)).when(renewal()).refuses('application-awaits-notice'))
  it('during the notice', () =>
    given(...onNotice)
      .when(renewal())
      .refuses('application-on-notice'))
  it('after a refusal', () => given(applied, refused('withdrawn')).when(renewal()).refuses('application-refused'))
  it('when one is held already', () =>
    given(...holding)
      .when(apply('2027-01-04', second))
      .refuses('certificate-valid'))
  it('when valid', () =>
    given(...holding)
      .when(ask('AcceptApplication', '2027-01-04'))
      .refuses('certificate-valid'))
  it('when expired', () =>
    given(...holding, expired)
      .when(ask('ReissueCertificate', '2036-04-02'))
      .refuses('certificate-expired'))
  it('when cancelled', () =>
    given(...holding, cancelled)
      .when(renewal())
      .refuses('certificate-cancelled'))
})
