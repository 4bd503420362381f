import { addDays, type PlainDate } from '@concord/standards'
import type { Row } from '../files/agency-file.js'
import { deathReports } from '../files/civil-affairs.files.js'
import { deathCertificates, diagnoses, falls, healthAssessments, homeVisits, hospitalStays } from '../files/health.files.js'
import { hospitals } from '../population/institutions.js'
import type { Resident } from '../population/resident.js'

/** A record number as a hospital counts: not a UUID, and no identity number. */
export const numberOf = (letter: string, { chance }: Resident): string => `${letter}${chance.between(10 ** 8, 10 ** 9 - 1)}`

/** F00–F03, by a specialist. */
export const dementia = (resident: Resident, daysAgo: number): Row => diagnosis(resident, { code: 'F0', last: 3, daysAgo })

/** F20–F29, by a specialist. */
export const mentalDisorder = (resident: Resident, daysAgo: number): Row => diagnosis(resident, { code: 'F2', last: 9, daysAgo })

const diagnosis = (
  resident: Resident,
  { code, last, daysAgo }: { readonly code: string; readonly last: number; readonly daysAgo: number },
): Row => {
  const { document, calendar, chance } = resident
  const diagnosisId = numberOf('D', resident)
  return diagnoses({ document, diagnosisId, code: `${code}${chance.between(0, last)}`, on: calendar.daysAgo(daysAgo), bySpecialist: true })
}

export const fall = (resident: Resident, daysAgo: number): Row =>
  falls({ document: resident.document, fallId: numberOf('F', resident), on: resident.calendar.daysAgo(daysAgo) })

export interface Stay {
  readonly on: PlainDate
  readonly dischargedOn: PlainDate
  readonly row: Row
}

export const hospitalStay = (resident: Resident, daysAgo: number, days: number): Stay => {
  const { document, chance, calendar } = resident
  const on = calendar.daysAgo(daysAgo)
  const dischargedOn = calendar.daysAgo(daysAgo - days)
  const row = hospitalStays({ document, stayId: numberOf('S', resident), on, institution: chance.oneOf(hospitals), dischargedOn })
  return { on, dischargedOn, row }
}

/** 失能老年人健康评估 of someone who lives at home, and the visits that are due. */
export function* homeHealthService(resident: Resident): Generator<Row> {
  const { document, bornOnColumn: bornOn, chance, calendar } = resident
  const assessmentId = numberOf('H', resident)
  const daysAgo = chance.between(150, 300)
  const institution = chance.oneOf(hospitals)
  yield healthAssessments({ document, bornOn, assessmentId, on: calendar.daysAgo(daysAgo), institution, disabled: true, livesAtHome: true })
  for (const later of [40, 110]) {
    yield homeVisits({ document, assessmentId, visitId: numberOf('V', resident), on: calendar.daysAgo(daysAgo - later) })
  }
}

/** A death that both sources report alike: 卫健 by certificate, 民政 by cremation notice. */
export function* deathKnownToBoth(resident: Resident, daysAgo: number): Generator<Row> {
  yield deathCertified(resident, daysAgo)
  yield deathReported(resident, daysAgo)
}

export const deathCertified = ({ document, calendar }: Resident, daysAgo: number): Row => {
  const diedOn = calendar.daysAgo(daysAgo)
  return deathCertificates({ document, diedOn, certifiedOn: addDays(diedOn, 1) })
}

export const deathReported = ({ document, calendar }: Resident, daysAgo: number): Row => {
  const diedOn = calendar.daysAgo(daysAgo)
  return deathReports({ document, diedOn, reportedOn: addDays(diedOn, 3) })
}
