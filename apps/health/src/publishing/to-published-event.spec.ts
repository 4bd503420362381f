import { describe, expect, it } from '@jest/globals'
import { publishedEvent } from '@concord/contracts'
import { type Json, UnknownEvent } from '@concord/event-store'
import { publishedBy, recorded } from '@concord/service-kit/testing'
import { institutionCodeFrom } from '@concord/standards'
import { type RecordedHealthEvent, toPublishedEvent } from './to-published-event.js'

const id = '0b1f3c1e-8a63-5c39-9f0b-1c2b6a0f7d55'
const [recordId, on, institution] = ['3f0e8a52-6c2e-4c3f-8a55-0b6c2d0a7c11', '2026-03-02', institutionCodeFrom('12350200MB000001')]
/** One of each: the compiler misses none. */
const recordedData = {
  HealthRecordOpened: { on, bornOn: '1940-05-05', residenceRegion: '350203' },
  DisabledElderHealthAssessed: { assessmentId: recordId, on, validUntil: '2027-03-02', institution },
  HomeVisitMade: { assessmentId: recordId, visitId: id, on },
  DementiaDiagnosed: { diagnosisId: recordId, code: 'F01', on, bySpecialist: true },
  MentalDisorderDiagnosed: { diagnosisId: recordId, code: 'F20', on, bySpecialist: false },
  DiagnosisCorrected: { diagnosisId: recordId, on },
  ComaBegan: { on },
  ComaEnded: { on },
  FallReported: { fallId: recordId, on },
  HospitalAdmitted: { stayId: recordId, on, institution },
  HospitalDischarged: { stayId: recordId, on },
  HomeSickbedOpened: { on, institution },
  HomeSickbedClosed: { on, reason: 'recovered' },
  DeathCertified: { diedOn: '2026-03-01', certifiedOn: on },
  DeathCertificateCorrected: { on, diedOn: null },
} satisfies Record<RecordedHealthEvent['type'], Json>

describe('what health publishes', () => {
  it.each(Object.entries(recordedData))('%s is told as the contract has it', (type, data) => {
    const published = toPublishedEvent(recorded(type, data))
    expect(published).toEqual(publishedBy('health', { type, data }))
    expect(publishedEvent.parse(published)).toEqual(published)
  })

  it('never tells what the contract does not name', () => {
    const published = toPublishedEvent(recorded('FallReported', { ...recordedData.FallReported, note: 'slipped on the stairs' }))
    expect(published?.data).toEqual(recordedData.FallReported)
  })

  it('stops at an event that it does not know', () => expect(() => toPublishedEvent(recorded('FallForgotten', {}))).toThrow(UnknownEvent))
})
