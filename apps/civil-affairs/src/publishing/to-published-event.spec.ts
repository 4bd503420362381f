import { describe, expect, it } from '@jest/globals'
import { publishedEvent } from '@concord/contracts'
import { type Json, UnknownEvent } from '@concord/event-store'
import { publishedBy, recorded } from '@concord/service-kit/testing'
import { institutionCodeFrom } from '@concord/standards'
import { type RecordedCivilAffairsEvent, toPublishedEvent } from './to-published-event.js'

const id = '0b1f3c1e-8a63-5c39-9f0b-1c2b6a0f7d55'
const recordId = '3f0e8a52-6c2e-4c3f-8a55-0b6c2d0a7c11'
const on = '2026-03-02'
const result = {
  assessmentId: recordId,
  reason: 'immediate',
  items: [0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 4, 3, 4, 4, 4, 4, 4, 4, 1, 1, 2, 2, 2, 4, 3, 4],
  institution: institutionCodeFrom('12350200MB000001'),
  assessors: ['A-001', 'A-002'],
  total: 58,
  preliminary: 2,
  level: 3,
  adjustments: ['dementia-or-mental-disorder'],
  effectiveFrom: on,
  validUntil: '2027-03-02',
  replaces: id,
}
const finding = {
  ...result,
  on,
  change: 'new-diagnosis',
  coma: false,
  dementiaOrMentalDisorder: true,
  careRiskEvents30Days: 0,
  lateRecord: false,
}
const granted = { subsidyId: recordId, on, monthlyFen: 20_000, restsOn: id }
const grant = { ...granted, kind: 'elder-nursing' }
const stopped = { subsidyId: recordId, on, reason: 'own-wish' }
const stop = { ...stopped, kind: 'elder-nursing' }

/** One of each, and in which words it is told where they differ: the compiler misses none. */
const recordedAndTold = {
  CivilAffairsFileOpened: [{ on, bornOn: '1950-06-15', householdRegion: '350203', residenceRegion: '350206' }],
  ResidenceMoved: [{ on, residenceRegion: '350206' }],
  ElderAbilityAssessed: [finding, { data: { ...result, standard: 'gbt-42195-2022', determinedOn: on } }],
  AbilityReviewRequested: [{ assessmentId: recordId, on }],
  AbilityAssessmentRevoked: [{ assessmentId: recordId, on, reason: 'fraud' }],
  HardshipRecognised: [{ status: 'low-income', on }],
  HardshipWithdrawn: [{ status: 'low-income', on }],
  SubsidyGranted: [grant, { type: 'ElderNursingSubsidyGranted', data: granted }],
  SubsidyStopped: [stop, { type: 'ElderNursingSubsidyStopped', data: stopped }],
  CareVoucherIssued: [{ voucherId: recordId, on, month: '2026-03', fen: 50_000, restsOn: id }],
  DeathReported: [{ diedOn: '2026-03-01', reportedOn: on }],
  DeathReportWithdrawn: [{ on }],
} satisfies Record<RecordedCivilAffairsEvent['type'], readonly [Json, { type?: string; data: Json }?]>

describe('what civil affairs publishes', () => {
  it.each(Object.entries(recordedAndTold))('%s is told as the contract has it', (type, [data, told]) => {
    const published = toPublishedEvent(recorded(type, data))
    expect(published).toEqual(publishedBy('civil-affairs', { type, data, ...told }))
    expect(publishedEvent.parse(published)).toEqual(published)
  })

  it.each([
    ['disability-living', 'DisabilityLivingSubsidy'],
    ['disability-nursing', 'DisabilityNursingSubsidy'],
    ['elder-nursing', 'ElderNursingSubsidy'],
  ])('a subsidy of the kind %s is told by its own name', (kind, name) => {
    expect(toPublishedEvent(recorded('SubsidyGranted', { ...grant, kind }))?.type).toBe(`${name}Granted`)
    expect(toPublishedEvent(recorded('SubsidyStopped', { ...stop, kind }))?.type).toBe(`${name}Stopped`)
  })

  it('keeps at home what the assessors saw beside the items', () => {
    const told = toPublishedEvent(recorded('ElderAbilityAssessed', finding))?.data
    expect(told).not.toHaveProperty('coma')
    expect(told).not.toHaveProperty('careRiskEvents30Days')
    expect(told).not.toHaveProperty('change')
  })

  it('stops at an event that it does not know', () => expect(() => toPublishedEvent(recorded('FileLost', {}))).toThrow(UnknownEvent))
})
