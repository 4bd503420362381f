import { fileOf } from './agency-file.js'

const file = fileOf('health')

/** A platform of today writes NDJSON with our own names: every column is called as it is. */
const named = <const Name extends string>(...names: readonly Name[]): Readonly<Record<Name, string>> =>
  Object.fromEntries(names.map((name) => [name, name])) as Record<Name, string>

export const healthRecords = file('health-records', named('document', 'bornOn', 'on', 'residenceRegion'))
export const healthAssessments = file(
  'health-assessments',
  named('document', 'bornOn', 'assessmentId', 'on', 'institution', 'disabled', 'livesAtHome'),
)
export const homeVisits = file('home-visits', named('document', 'assessmentId', 'visitId', 'on'))
export const diagnoses = file('diagnoses', named('document', 'diagnosisId', 'code', 'on', 'bySpecialist'))
export const diagnosisCorrections = file('diagnosis-corrections', named('document', 'diagnosisId', 'on'))
export const comas = file('comas', named('document', 'on', 'endedOn'))
export const falls = file('falls', named('document', 'fallId', 'on'))
export const hospitalStays = file('hospital-stays', named('document', 'stayId', 'on', 'institution', 'dischargedOn'))
export const homeSickbeds = file('home-sickbeds', named('document', 'on', 'institution', 'closedOn', 'closingReason'))
export const deathCertificates = file('death-certificates', named('document', 'diedOn', 'certifiedOn'))
export const deathCertificateCorrections = file('death-certificate-corrections', named('document', 'on', 'diedOn', 'lives'))

/** 卫健, in the order of import: corrections after what they correct. */
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
