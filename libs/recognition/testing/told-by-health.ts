import { by, hospital, type Telling, uuid } from './telling.js'

const health = by('health')

/** 卫健 */
export const recordOpened = (on: string, bornOn = '1950-01-01'): Telling =>
  health('HealthRecordOpened', { on, bornOn, residenceRegion: '350206' }, on)
export const dementiaDiagnosed = (on: string, id = 70): Telling =>
  health('DementiaDiagnosed', { diagnosisId: uuid(id), code: 'F00', on, bySpecialist: true }, on)
export const diagnosisCorrected = (on: string, id = 70): Telling => health('DiagnosisCorrected', { diagnosisId: uuid(id), on }, on)
export const comaBegan = (on: string): Telling => health('ComaBegan', { on }, on)
export const admitted = (on: string, id = 80): Telling => health('HospitalAdmitted', { stayId: uuid(id), on, institution: hospital }, on)
export const discharged = (on: string, id = 80): Telling => health('HospitalDischarged', { stayId: uuid(id), on }, on)
export const deathCertified = (diedOn: string, recorded = diedOn): Telling =>
  health('DeathCertified', { diedOn, certifiedOn: recorded.slice(0, 10) }, recorded)
export const deathCertificateCorrected = (on: string, diedOn: string | null): Telling =>
  health('DeathCertificateCorrected', { on, diedOn }, on)
