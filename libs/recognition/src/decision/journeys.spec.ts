import { describe, expect, it } from '@jest/globals'
import { defaultAgreement } from '../agreements/default-agreement.js'
import { given } from '../../testing/asking.js'
import * as tell from '../../testing/told.js'

const purposes = defaultAgreement.purposes.map(({ code }) => code)

describe('a severe LTCI conclusion', () => {
  const severe = [tell.enrolled('2025-01-01'), tell.ltcConcluded({ on: '2025-03-01', grade: 3 })]

  it('is recognised for the elder nursing subsidy as long as it is valid', () =>
    given(...severe)
      .asking('elder-nursing-subsidy', '2026-03-01')
      .recognises('severe-or-worse', '2027-03-01'))
  it('no longer counts the day after', () =>
    given(...severe)
      .asking('elder-nursing-subsidy', '2027-03-02')
      .is('expired', 'valid-finding'))
  it('says when the calendar alone changes the answer', () =>
    expect(given(...severe).asking('elder-nursing-subsidy', '2026-03-01').decision.nextChangeOn).toBe('2027-03-02'))
  it('tells the grade in the words of its own agency, with the event that brought it', () =>
    expect(given(...severe).asking('elder-nursing-subsidy', '2026-03-01').decision.basis).toMatchObject({
      rule: 'elder-nursing-subsidy-ltci-3-4-5',
      agreement: { id: 'city-default', version: 1, mark: 'proposal, not an official table' },
      findings: [{ standard: 'ltci-2021', grade: 3, source: { context: 'healthcare-security', position: '2' } }],
    }))
})

describe('a dementia diagnosis after the ability level was determined', () => {
  const assessed = [
    tell.fileOpened('2026-01-05'),
    tell.abilityAssessed({ on: '2026-01-10', level: 2, total: 58 }),
    tell.dementiaDiagnosed('2026-03-01'),
  ]
  const anew = tell.abilityAssessed({
    id: 21,
    on: '2026-03-20',
    level: 3,
    preliminary: 2,
    total: 58,
    adjustments: ['dementia-or-mental-disorder'],
    reason: 'immediate',
    replaces: 20,
  })

  it('leaves the level as it is', () =>
    given(...assessed)
      .asking('elder-nursing-subsidy', '2026-03-15')
      .is('not-met', 'grade'))
  it('raises it only when civil affairs assesses anew', () =>
    given(...assessed, anew)
      .asking('elder-nursing-subsidy', '2026-03-20')
      .recognises('severe-or-worse', '2027-03-20'))
  it('raises nothing for the days before', () =>
    given(...assessed, anew)
      .asking('elder-nursing-subsidy', '2026-03-19')
      .is('not-met', 'grade'))
})

describe('a certificate that is regraded while a subsidy rests on it', () => {
  const paid = [tell.certificateIssued({ on: '2025-05-01', grade: 2 }), tell.nursingSubsidyGranted('2025-06-01')]
  const milder = tell.regraded({ on: '2026-04-01', grade: 3 })

  it('was recognised as grade 2', () =>
    given(...paid)
      .asking('severe-disability-nursing-subsidy', '2026-03-31')
      .recognises('grade-2', '2032-12-31'))
  it('is below the bar from the day of regrading', () =>
    given(...paid, milder)
      .asking('severe-disability-nursing-subsidy', '2026-04-01')
      .is('not-met', 'grade'))
  it('names the last day of the old grade as soon as it is known', () =>
    given(...paid, milder)
      .asking('severe-disability-nursing-subsidy', '2026-03-01')
      .recognises('grade-2', '2026-03-31'))
})

describe('a conclusion on public notice', () => {
  const publicised = tell.ltcPublicised({ on: '2026-02-01', grade: 4 })
  const concluded = tell.ltcConcluded({ on: '2026-02-01', effective: '2026-02-12', grade: 4 })

  it('is provisional', () => given(publicised).asking('elder-nursing-subsidy', '2026-02-05').is('provisional', 'notice-ended'))
  it('stays provisional until the agency concludes, however long the notice has been over', () =>
    given(publicised).asking('elder-nursing-subsidy', '2026-05-05').is('provisional', 'notice-ended'))
  it('is disputed while an objection is open', () =>
    given(publicised, tell.ltcObjected('2026-02-04')).asking('elder-nursing-subsidy', '2026-02-05').is('disputed', 'dispute-settled'))
  it('counts from the day it takes effect', () => {
    given(publicised, concluded).asking('elder-nursing-subsidy', '2026-02-11').is('provisional', 'notice-ended')
    given(publicised, concluded).asking('elder-nursing-subsidy', '2026-02-12').recognises('severe-or-worse', '2028-02-12')
  })
  it('does not touch the conclusion that is still in force', () =>
    given(tell.ltcConcluded({ on: '2025-01-01', grade: 3 }), tell.ltcPublicised({ id: 2, on: '2026-02-01', grade: 1 }))
      .asking('elder-nursing-subsidy', '2026-02-05')
      .recognises('severe-or-worse', '2027-01-01'))
})

describe('a conclusion revoked for fraud', () => {
  const life = [
    tell.enrolled('2025-01-01', '1950-01-01'),
    tell.ltcConcluded({ on: '2025-03-01', grade: 5, adl: 20 }),
    tell.ltcRevoked('2026-03-01'),
  ]
  const restingOnLtci = purposes.filter((code) =>
    defaultAgreement.rules.some(({ purpose, accepts, enabled }) => enabled && purpose === code && accepts.standard === 'ltci-2021'),
  )

  it.each(restingOnLtci)('withdraws recognition for %s', (purpose) => {
    expect(given(...life.slice(0, 2)).asking(purpose, '2026-02-01').decision.outcome).toBe('recognised')
    given(...life)
      .asking(purpose, '2026-03-01')
      .is('withdrawn', 'valid-finding')
  })
  it('was never right: the days before are withdrawn too, so that what was paid can be recovered', () =>
    given(...life)
      .asking('elder-nursing-subsidy', '2025-06-01')
      .is('withdrawn', 'valid-finding'))
  it('leaves the days before standing when it was revoked for an error of the agency', () =>
    given(tell.ltcConcluded({ on: '2025-03-01' }), tell.ltcRevoked('2026-03-01', 'error'))
      .asking('elder-nursing-subsidy', '2025-06-01')
      .recognises('severe-or-worse', '2026-02-28'))
  it('does not bring back the conclusion that it had replaced', () =>
    given(
      tell.ltcConcluded({ on: '2025-01-01', grade: 3 }),
      tell.ltcConcluded({ id: 2, on: '2025-09-01', grade: 5, replaces: 1 }),
      tell.ltcRevoked('2026-01-01', 'fraud', 2),
    )
      .asking('elder-nursing-subsidy', '2026-02-01')
      .is('withdrawn', 'valid-finding'))
})

describe('what was known on an earlier date', () => {
  const life = [tell.ltcConcluded({ on: '2025-03-01', grade: 4 }), tell.ltcRevoked('2026-01-10', 'error', 1, '2026-03-05')]

  it('is the answer that was given then, though a backdated revocation came later', () =>
    given(...life)
      .asking('elder-nursing-subsidy', '2026-03-01', '2026-03-01T00:00:00Z')
      .recognises('severe-or-worse', '2027-03-01'))
  it('is the corrected answer for whoever asks today about that date', () =>
    given(...life)
      .asking('elder-nursing-subsidy', '2026-03-01')
      .is('withdrawn', 'valid-finding'))
  it('is nothing before the first record', () =>
    given(...life)
      .asking('elder-nursing-subsidy', '2026-03-01', '2025-02-28T23:59:59Z')
      .is('unknown', 'finding'))
})

describe('a death', () => {
  const alive = [tell.enrolled('2025-01-01'), tell.ltcConcluded({ on: '2025-03-01', grade: 4 })]
  const certified = tell.deathCertified('2026-02-10', '2026-02-12')
  const cremated = tell.deathReported('2026-02-11', '2026-02-15')

  it('reported by one source suspends for review', () =>
    given(...alive, certified)
      .asking('elder-nursing-subsidy', '2026-02-13')
      .is('suspended', 'second-death-report'))
  it('reported by two sources ends from the earlier of the two dates', () => {
    given(...alive, certified, cremated)
      .asking('elder-nursing-subsidy', '2026-02-10')
      .is('deceased')
    given(...alive, certified, cremated)
      .asking('elder-nursing-subsidy', '2026-02-09')
      .recognises('severe-or-worse', '2026-02-09')
  })
  it('ends for a person of whom nothing else is known', () =>
    given(certified, cremated).asking('care-home-admission', '2026-02-20').is('deceased'))
  it('rests on both reports', () =>
    expect(given(...alive, certified, cremated).asking('elder-nursing-subsidy', '2026-02-20').decision.basis.circumstances).toHaveLength(2))
  it('is suspended again when one of two takes its report back, and everything returns when both do', () => {
    const wrong = [...alive, certified, cremated, tell.deathReportWithdrawn('2026-03-01')]
    given(...wrong)
      .asking('elder-nursing-subsidy', '2026-03-02')
      .is('suspended', 'second-death-report')
    given(...wrong, tell.deathCertificateCorrected('2026-03-03', null))
      .asking('elder-nursing-subsidy', '2026-03-04')
      .recognises('severe-or-worse', '2027-03-01')
  })
  it('moves with a corrected date', () => {
    const corrected = [...alive, certified, cremated, tell.deathCertificateCorrected('2026-02-20', '2026-02-14')]
    given(...corrected)
      .asking('elder-nursing-subsidy', '2026-02-10')
      .recognises('severe-or-worse', '2026-02-10')
    given(...corrected)
      .asking('elder-nursing-subsidy', '2026-02-11')
      .is('deceased')
  })
})
