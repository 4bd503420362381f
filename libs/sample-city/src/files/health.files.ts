import { fileOf } from './agency-file.js'

/** 卫健: what a platform of today writes, NDJSON with our own names. */
const file = fileOf('health')

export const healthRecords = file('health-records', ['document', 'bornOn', 'on', 'residenceRegion'])
export const healthAssessments = file('health-assessments', [
  'document',
  'bornOn',
  'assessmentId',
  'on',
  'institution',
  'disabled',
  'livesAtHome',
])
export const homeVisits = file('home-visits', ['document', 'assessmentId', 'visitId', 'on'])
export const diagnoses = file('diagnoses', ['document', 'diagnosisId', 'code', 'on', 'bySpecialist'])
export const diagnosisCorrections = file('diagnosis-corrections', ['document', 'diagnosisId', 'on'])
export const comas = file('comas', ['document', 'on', 'endedOn'])
export const falls = file('falls', ['document', 'fallId', 'on'])
export const hospitalStays = file('hospital-stays', ['document', 'stayId', 'on', 'institution', 'dischargedOn'])
export const homeSickbeds = file('home-sickbeds', ['document', 'on', 'institution', 'closedOn', 'closingReason'])
export const deathCertificates = file('death-certificates', ['document', 'diedOn', 'certifiedOn'])
export const deathCertificateCorrections = file('death-certificate-corrections', ['document', 'on', 'diedOn', 'lives'])

/** In the order of import: corrections after what they correct. */
export const healthFiles = [
  healthRecords,
  healthAssessments,
  homeVisits,
  diagnoses,
  diagnosisCorrections,
  comas,
  falls,
  hospitalStays,
  homeSickbeds,
  deathCertificates,
  deathCertificateCorrections,
]
