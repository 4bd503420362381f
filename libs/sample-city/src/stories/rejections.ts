import { rejected } from '../files/agency-file.js'
import { certificateRenewals } from '../files/disabled-persons-federation.files.js'
import { deathCertificates, healthRecords, hospitalStays } from '../files/health.files.js'
import { insurance } from '../files/healthcare-security.files.js'
import { evaluation } from '../findings/evaluations.js'
import { gbtItems } from '../findings/gbt-items.js'
import { abilityAssessment } from '../lives/ability.js'
import { certificate, disabilityNursingSubsidy } from '../lives/certificate.js'
import { deathKnownToBoth, numberOf } from '../lives/illness.js'
import { ltciConclusion } from '../lives/ltci.js'
import { hospitals } from '../population/institutions.js'
import { story, type Story } from './story.js'

const wrongCheckDigit = story('younger', 'wrong-check-digit', ({ document, calendar, householdRegion: insuredRegion }) => {
  // An old foreigner's card has no check digit to be wrong: there a digit is missing.
  const last = document.length < 18 ? '' : document.endsWith('0') ? '1' : '0'
  const row = insurance({
    document: document.slice(0, -1) + last,
    step: 'enrol',
    on: calendar.daysAgo(300),
    insuredRegion,
    insurance: 'resident',
  })
  return [rejected(row, { column: 'document' })]
})

const noDocument = story('younger', 'no-document', ({ calendar, residenceRegion }) => [
  rejected(healthRecords({ on: calendar.daysAgo(200), residenceRegion }), { column: 'document' }),
])

/** An old foreigner's card does not tell the birth date. */
const noBirthDate = story('younger', 'no-birth-date', ({ calendar, residenceRegion }) => [
  rejected(healthRecords({ document: 'ZZZ350270010199', on: calendar.daysAgo(200), residenceRegion }), { column: 'bornOn' }),
])

const regionTooShort = story('younger', 'region-too-short', ({ document, calendar }) => [
  rejected(healthRecords({ document, on: calendar.daysAgo(200), residenceRegion: '35020' }), { column: 'residenceRegion' }),
])

const dateInTheFuture = story('younger', 'date-in-the-future', (resident) => {
  const { document, chance } = resident
  const row = hospitalStays({ document, stayId: numberOf('S', resident), on: '2099-01-01', institution: chance.oneOf(hospitals) })
  return [rejected(row, { column: 'on' })]
})

const institutionMistyped = story('elder', 'institution-mistyped', (resident) => {
  const { document, calendar } = resident
  const [hospital] = hospitals
  const institution = hospital.slice(0, -1) + (hospital.endsWith('0') ? '1' : '0')
  const row = hospitalStays({ document, stayId: numberOf('S', resident), on: calendar.daysAgo(90), institution })
  return [rejected(row, { column: 'institution' })]
})

/** The right row follows, as a clerk would send it again. */
const itemMissing = story('disabled', 'item-missing', (resident) => [
  rejected(abilityAssessment(resident, { preliminary: 2, daysAgo: 130, items: gbtItems(2, resident.chance).slice(1) }).row, {
    column: 'items',
  }),
  abilityAssessment(resident, { preliminary: 2, daysAgo: 130 }).row,
])

const validTooLong = story('disabled', 'valid-too-long', (resident) => [
  rejected(ltciConclusion(resident, { grade: 3, daysAgo: 220, tooLongBy: 60 }).row, { refusal: 'valid-longer-than-two-years' }),
  ltciConclusion(resident, { grade: 2, daysAgo: 220 }).row,
])

/** GB/T 42195 is made for persons of 60 and over. */
const underSixty = story('younger', 'under-sixty', (resident) => [
  rejected(abilityAssessment(resident, { preliminary: 2, daysAgo: 40 }).row, { refusal: 'under-sixty' }),
])

const certifiedTwice = story('elder', 'death-certified-twice', (resident) => {
  const { document, calendar } = resident
  const again = deathCertificates({ document, diedOn: calendar.daysAgo(79), certifiedOn: calendar.daysAgo(78) })
  return [...deathKnownToBoth(resident, 80), rejected(again, { refusal: 'death-certified-already' })]
})

const tooLight = story('certified-younger', 'too-light-for-nursing', (resident) => {
  const issued = certificate(resident, evaluation(4, 4), 700)
  const subsidy = disabilityNursingSubsidy(resident, issued, { on: resident.calendar.daysAgo(500) })
  return [issued.row, rejected(subsidy, { refusal: 'disability-too-light' })]
})

const renewedTooEarly = story('certified-younger', 'renewed-too-early', (resident) => {
  const { document, calendar } = resident
  const { certificateId, row } = certificate(resident, evaluation(2, 3), 800)
  return [row, rejected(certificateRenewals({ document, certificateId, on: calendar.daysAgo(30) }), { refusal: 'renewal-too-early' })]
})

/** Rows that must land in the reject file, each for one reason. */
export const rejectionStories: readonly Story[] = [
  wrongCheckDigit,
  noDocument,
  noBirthDate,
  regionTooShort,
  dateInTheFuture,
  institutionMistyped,
  itemMissing,
  validTooLong,
  underSixty,
  certifiedTwice,
  tooLight,
  renewedTooEarly,
]
