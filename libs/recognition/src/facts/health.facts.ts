import type { HealthEvent } from '@concord/contracts'
import { begin, end, undo, type DataOf, type Meaning, type Statement } from './statement.js'

/** What each event of 卫健 says. */
export const healthFacts: Meaning<HealthEvent['type']> = {
  HealthRecordOpened: ({ on, bornOn, residenceRegion }) => [
    { says: 'born', on: bornOn },
    begin(on, { kind: 'residence-region', key: 'health', region: residenceRegion }),
  ],
  DisabledElderHealthAssessed: ({ assessmentId, on, validUntil, institution }) => [
    { says: 'began', on, until: validUntil, situation: { kind: 'health-assessment', key: assessmentId, institution } },
  ],
  HomeVisitMade: ({ assessmentId, visitId, on }) => [
    { says: 'began', on, until: on, situation: { kind: 'home-visit', key: visitId, assessmentId } },
  ],
  DementiaDiagnosed: (data) => [diagnosed(data)],
  MentalDisorderDiagnosed: (data) => [diagnosed(data)],
  DiagnosisCorrected: ({ diagnosisId }) => [undo('diagnosis', diagnosisId)],
  ComaBegan: ({ on }) => [begin(on, { kind: 'coma', key: '' })],
  ComaEnded: ({ on }) => [end(on, 'coma', '')],
  FallReported: ({ fallId, on }) => [{ says: 'began', on, until: on, situation: { kind: 'fall', key: fallId } }],
  HospitalAdmitted: ({ stayId, on, institution }) => [begin(on, { kind: 'hospital-stay', key: stayId, institution })],
  HospitalDischarged: ({ stayId, on }) => [end(on, 'hospital-stay', stayId)],
  HomeSickbedOpened: ({ on, institution }) => [begin(on, { kind: 'home-sickbed', key: '', institution })],
  HomeSickbedClosed: ({ on }) => [end(on, 'home-sickbed', '')],
  DeathCertified: ({ diedOn }) => [begin(diedOn, { kind: 'death', key: 'health' })],
  DeathCertificateCorrected: ({ diedOn }) => [
    undo('death', 'health'),
    ...(diedOn === null ? [] : [begin(diedOn, { kind: 'death', key: 'health' })]),
  ],
}

const diagnosed = ({ diagnosisId, code, on, bySpecialist }: DataOf['DementiaDiagnosed']): Statement =>
  begin(on, { kind: 'diagnosis', key: diagnosisId, code, bySpecialist })
