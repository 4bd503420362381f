import type { Row } from '../files/agency-file.js'
import { civilAffairsFilesOpened, hardshipStatuses, residenceMoves } from '../files/civil-affairs.files.js'
import { healthRecords } from '../files/health.files.js'
import { insurance } from '../files/healthcare-security.files.js'
import { anotherDistrict, type Resident } from '../population/resident.js'
import { isElder } from '../population/strata.js'

/** What the agencies know of anyone: insurance, a health record, and a civil affairs file for those who deal with 民政. */
export function* knownToAgencies(resident: Resident): Generator<Row> {
  const { stratum, chance } = resident
  yield* insured(resident)
  if (stratum !== 'younger' || chance.happens(0.3)) yield healthRecord(resident)
  if (stratum !== 'younger') yield* withCivilAffairsFile(resident)
  else if (chance.happens(0.01)) yield* inHardship(resident)
}

/** A day on which the person was alive, up to about seven years back. */
const earlier = ({ bornDaysAgo, chance }: Resident): number => Math.min(bornDaysAgo - 30, chance.between(1100, 2600))

function* insured(resident: Resident): Generator<Row> {
  const { document, bornOnColumn: bornOn, householdRegion: insuredRegion, stratum, chance, calendar } = resident
  const employed = !isElder(stratum) ? 0.5 : 0.6
  yield insurance({
    document,
    bornOn,
    step: 'enrol',
    on: calendar.daysAgo(earlier(resident)),
    insuredRegion,
    insurance: chance.happens(employed) ? 'employee' : 'resident',
  })
  if (stratum !== 'younger') return
  if (chance.happens(0.003)) {
    yield insurance({ document, step: 'transfer', on: calendar.daysAgo(90), insuredRegion: anotherDistrict(insuredRegion, chance) })
  }
  if (chance.happens(0.002)) yield insurance({ document, step: 'lapse', on: calendar.daysAgo(60) })
}

const healthRecord = (resident: Resident): Row => {
  const { document, bornOnColumn: bornOn, residenceRegion, calendar } = resident
  return healthRecords({ document, bornOn, on: calendar.daysAgo(earlier(resident)), residenceRegion })
}

/** Moves stand in the file as they became known: of two, the later one may come first. */
function* withCivilAffairsFile(resident: Resident): Generator<Row> {
  const { document, bornOnColumn: bornOn, householdRegion, residenceRegion, chance, calendar } = resident
  yield civilAffairsFilesOpened({ document, bornOn, on: calendar.daysAgo(earlier(resident)), householdRegion, residenceRegion })
  if (!chance.happens(0.01)) return
  const next = anotherDistrict(residenceRegion, chance)
  yield residenceMoves({ document, on: calendar.daysAgo(70), residenceRegion: next })
  if (chance.happens(0.3)) yield residenceMoves({ document, on: calendar.daysAgo(180), residenceRegion: anotherDistrict(next, chance) })
}

/** 困难身份 of a household without disability. */
function* inHardship(resident: Resident): Generator<Row> {
  const { document, chance, calendar, bornDaysAgo } = resident
  yield* withCivilAffairsFile(resident)
  const since = Math.min(bornDaysAgo - 20, chance.between(200, 900))
  const withdrawnOn = chance.happens(0.2) ? calendar.daysAgo(100) : undefined
  yield hardshipStatuses({ document, status: chance.oneOf(['low-income', 'low-income-margin']), on: calendar.daysAgo(since), withdrawnOn })
}
