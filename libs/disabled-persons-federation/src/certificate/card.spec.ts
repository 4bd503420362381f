import { describe, it } from '@jest/globals'
import { specify } from '@concord/specify'
import { certificate } from './certificate.decider.js'
import {
  appliedAgain,
  apply,
  ask,
  cancel,
  cancelled,
  day,
  expired,
  freeze,
  frozen,
  holding,
  limb1,
  move,
  movedTo,
  multipleLater,
  regrade,
  regraded,
  reissued,
  renewed,
  second,
  unfrozen,
} from './certificate.example.js'

const { given } = specify(certificate)

describe('a certificate', () => {
  it('is renewed for ten more years before it ends', () =>
    given(...holding)
      .when(ask('RenewCertificate', '2036-01-05'))
      .records(renewed('2036-01-05', '2046-01-05')))
  it('is renewed soon after it ended', () =>
    given(...holding, expired)
      .when(ask('RenewCertificate', '2036-06-20'))
      .records(renewed('2036-06-20', '2046-06-20')))
  it('is not renewed years ahead', () =>
    given(...holding)
      .when(ask('RenewCertificate', '2035-12-01'))
      .refuses('renewal-too-early'))
  it('needs a new evaluation to be renewed long after', () =>
    given(...holding, expired)
      .when(ask('RenewCertificate', '2036-06-22'))
      .refuses('renewal-needs-evaluation'))
  it('is renewed long after once evaluated anew', () =>
    given(...holding, expired, regraded({ ...limb1, determinedOn: day('2036-08-28') }, '2036-09-01'))
      .when(ask('RenewCertificate', '2036-09-02'))
      .records(renewed('2036-09-02', '2046-09-02')))

  it('is reissued when lost, with the first suffix', () =>
    given(...holding)
      .when(ask('ReissueCertificate', '2027-01-04'))
      .records(reissued(1)))
  it('is reissued again with the next', () =>
    given(...holding, reissued(1))
      .when(ask('ReissueCertificate', '2028-01-04'))
      .records(reissued(2, '2028-01-04')))
  it('is reissued nine times at most', () =>
    given(...holding, reissued(9))
      .when(ask('ReissueCertificate', '2028-01-04'))
      .refuses('all-reissues-used'))

  it('is regraded on application', () =>
    given(...holding)
      .when(regrade(limb1))
      .records(regraded(limb1)))
  it('is regraded into another category', () =>
    given(...holding)
      .when(regrade(multipleLater))
      .records(regraded(multipleLater)))
  it('is not regraded by any hospital', () =>
    given(...holding)
      .when(regrade(limb1, false))
      .refuses('hospital-not-designated'))
  it('is not regraded on an older evaluation', () =>
    given(...holding)
      .when(regrade({ ...limb1, determinedOn: day('2026-03-01') }))
      .refuses('evaluated-too-early'))

  it('moves with the household', () =>
    given(...holding)
      .when(move('350206'))
      .records(movedTo('350206')))
  it('does not move to where it is', () =>
    given(...holding)
      .when(move('350203'))
      .recordsNothing())

  it('is frozen during a check', () =>
    given(...holding)
      .when(freeze('data-check'))
      .records(frozen('data-check')))
  it('is unfrozen after the check', () =>
    given(...holding, frozen('data-check'))
      .when(ask('UnfreezeCertificate', '2027-01-05'))
      .records(unfrozen('2027-01-05')))
  it('does nothing while it is frozen', () =>
    given(...holding, frozen('suspected-irregularity'))
      .when(ask('RenewCertificate', '2036-01-05'))
      .refuses('certificate-frozen'))

  it('is not regraded while it is checked', () =>
    given(...holding, frozen('suspected-irregularity'))
      .when(regrade(limb1))
      .refuses('certificate-frozen'))

  it('expires the day after its last', () =>
    given(...holding)
      .when(ask('ExpireCertificate', '2036-03-24'))
      .records(expired))
  it('does not expire on its last day', () =>
    given(...holding)
      .when(ask('ExpireCertificate', '2036-03-23'))
      .refuses('not-over-yet'))
  it('is frozen when expired and not renewed', () =>
    given(...holding, expired)
      .when(freeze('expired', '2036-04-01'))
      .records(frozen('expired', '2036-04-01')))
  it('is not frozen as expired while it is valid', () =>
    given(...holding)
      .when(freeze('expired'))
      .refuses('certificate-valid'))
  it('is unfrozen by its renewal', () =>
    given(...holding, expired, frozen('expired', '2036-04-01'))
      .when(ask('RenewCertificate', '2036-04-02'))
      .records(unfrozen('2036-04-02'), renewed('2036-04-02', '2046-04-02')))
  it('is not unfrozen without its renewal', () =>
    given(...holding, expired, frozen('expired', '2036-04-01'))
      .when(ask('UnfreezeCertificate', '2036-04-02'))
      .refuses('renewal-unfreezes'))

  it('is cancelled', () =>
    given(...holding)
      .when(cancel('2027-05-10'))
      .records(cancelled))
  it('is not applied for within a year of that', () =>
    given(...holding, cancelled)
      .when(apply('2028-05-09', second))
      .refuses('one-year-bar-after-cancellation'))
  it('is applied for again when the year is over', () =>
    given(...holding, cancelled)
      .when(apply('2028-05-10', second))
      .records(appliedAgain('2028-05-10')))
})
