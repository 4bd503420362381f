import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { repeatsRecordNothing, shareAccepted, specify } from '@concord/specify'
import type { PlainDate } from '@concord/standards'
import type { DeathCertificateCommand } from './death-certificate.commands.js'
import { deathCertificate } from './death-certificate.decider.js'
import type { DeathCertificateEvent } from './death-certificate.events.js'

const { given } = specify(deathCertificate)

const certify = (diedOn: string, certifiedOn: string): DeathCertificateCommand => ({
  type: 'CertifyDeath',
  diedOn: diedOn as PlainDate,
  certifiedOn: certifiedOn as PlainDate,
})
const correct = (on: string, diedOn: string | null): DeathCertificateCommand => ({
  type: 'CorrectDeathCertificate',
  on: on as PlainDate,
  diedOn: diedOn as PlainDate | null,
})
const certified = (diedOn: string, certifiedOn: string): DeathCertificateEvent => ({
  type: 'DeathCertified',
  data: { diedOn: diedOn as PlainDate, certifiedOn: certifiedOn as PlainDate },
})
const corrected = (on: string, diedOn: string | null): DeathCertificateEvent => ({
  type: 'DeathCertificateCorrected',
  data: { on: on as PlainDate, diedOn: diedOn as PlainDate | null },
})
const first = certified('2026-03-01', '2026-03-02')

describe('a death certificate', () => {
  it('is made out', () => given().when(certify('2026-03-01', '2026-03-02')).records(certified('2026-03-01', '2026-03-02')))
  it('may be made out on the day of death', () =>
    given().when(certify('2026-03-02', '2026-03-02')).records(certified('2026-03-02', '2026-03-02')))
  it('is not made out before death', () => given().when(certify('2026-03-03', '2026-03-02')).refuses('certified-before-death'))
  it('is heard twice and recorded once', () => given(first).when(certify('2026-03-01', '2026-03-02')).recordsNothing())
  it('is made out once: another date is a correction', () => {
    given(first).when(certify('2026-02-28', '2026-03-02')).refuses('death-certified-already')
    given(first, corrected('2026-03-05', '2026-02-28')).when(certify('2026-03-01', '2026-03-02')).refuses('death-certified-already')
  })

  it('records nothing for any repeated command', () => repeatsRecordNothing(deathCertificate, commands))
  it('is tried on commands of which many are accepted', () => expect(shareAccepted(deathCertificate, commands)).toBeGreaterThan(0.3))
})

describe('the correction of a death certificate', () => {
  it('gives another date of death', () =>
    given(first).when(correct('2026-03-05', '2026-02-28')).records(corrected('2026-03-05', '2026-02-28')))
  it('is heard twice and recorded once', () =>
    given(first, corrected('2026-03-05', '2026-02-28')).when(correct('2026-03-05', '2026-02-28')).recordsNothing())
  it('may be corrected in turn', () =>
    given(first, corrected('2026-03-05', '2026-02-28'))
      .when(correct('2026-03-06', '2026-02-27'))
      .records(corrected('2026-03-06', '2026-02-27')))
  it('needs a certificate', () => given().when(correct('2026-03-05', '2026-02-28')).refuses('no-death-certificate'))
  it('does not come before the certificate', () =>
    given(first).when(correct('2026-03-01', '2026-02-28')).refuses('corrected-before-last-entry'))
  it('does not come before an earlier correction', () =>
    given(first, corrected('2026-03-05', '2026-02-28')).when(correct('2026-03-04', '2026-02-27')).refuses('corrected-before-last-entry'))
  it('does not come before the death it tells', () =>
    given(first).when(correct('2026-03-05', '2026-03-06')).refuses('corrected-before-death'))
  it('changes something', () => given(first).when(correct('2026-03-05', '2026-03-01')).refuses('correction-changes-nothing'))
})

describe('a person who was certified dead and lives', () => {
  const lives = [first, corrected('2026-04-01', null)]
  it('is told by a correction without a date', () => given(first).when(correct('2026-04-01', null)).records(corrected('2026-04-01', null)))
  it('is told twice and recorded once', () =>
    given(...lives)
      .when(correct('2026-04-01', null))
      .recordsNothing())
  it('has no certificate to correct', () => {
    given(...lives)
      .when(correct('2026-04-02', null))
      .refuses('no-death-certificate')
    given(...lives)
      .when(correct('2026-04-02', '2026-03-01'))
      .refuses('no-death-certificate')
  })
  it('may be certified again', () =>
    given(...lives)
      .when(certify('2026-07-01', '2026-07-02'))
      .records(certified('2026-07-01', '2026-07-02')))
  it('is not certified again with a date before the correction', () =>
    given(...lives)
      .when(certify('2026-03-01', '2026-03-31'))
      .refuses('certified-before-last-correction'))
})

const deaths = fc.constantFrom('2026-03-01', '2026-03-02')
const days = fc.constantFrom('2026-03-02', '2026-03-03', '2026-03-04')
const commands = fc.oneof(
  fc.tuple(deaths, fc.constantFrom('2026-03-02', '2026-03-04')).map(([diedOn, certifiedOn]) => certify(diedOn, certifiedOn)),
  fc.tuple(days, fc.option(deaths)).map(([on, diedOn]) => correct(on, diedOn)),
)
