import { addDays, addYears } from '@concord/standards'
import type { Row } from '../files/agency-file.js'
import { hardshipStatuses } from '../files/civil-affairs.files.js'
import {
  certificateCancellations,
  certificateExpiries,
  certificateFreezes,
  certificateMoves,
  certificateReissues,
  certificateRenewals,
  disputeConclusions,
  evaluationDisputes,
} from '../files/disabled-persons-federation.files.js'
import { evaluationOf } from '../findings/evaluations.js'
import { hospitals } from '../population/institutions.js'
import { anotherDistrict, type Resident } from '../population/resident.js'
import { type Certificate, certificate, disabilityLivingSubsidy, disabilityNursingSubsidy, regrading } from './certificate.js'
import { deathKnownToBoth } from './illness.js'

/** Someone who holds a certificate and was found disabled under no other scheme. */
export function* certifiedLife(resident: Resident): Generator<Row> {
  const { chance, bornDaysAgo } = resident
  const isOld = bornDaysAgo > 15_000 && chance.happens(0.05)
  const certified = certificate(resident, evaluationOf(chance), isOld ? 3800 : chance.between(300, 2700))
  yield certified.row
  if (isOld) yield* tenYearsLater(resident, certified)
  else if (certified.evaluation.grade <= 2) yield* withNursingSubsidy(resident, certified)
  else yield* withLightGrade(resident, certified)
}

/** 换领 in time, or 到期. */
function* tenYearsLater({ document, chance }: Resident, { certificateId, issuedOn }: Certificate): Generator<Row> {
  const ends = addYears(issuedOn, 10)
  if (chance.happens(0.7)) yield certificateRenewals({ document, certificateId, on: addDays(ends, -30) })
  else yield certificateExpiries({ document, certificateId, on: addDays(ends, 1) })
}

function* withNursingSubsidy(resident: Resident, certified: Certificate): Generator<Row> {
  const { document, chance, calendar } = resident
  const { certificateId, issuedOn } = certified
  const on = addDays(issuedOn, 40)
  if (chance.happens(0.02)) {
    const daysAgo = chance.between(20, 100)
    const diedOn = calendar.daysAgo(daysAgo)
    yield disabilityNursingSubsidy(resident, certified, { on, stoppedOn: diedOn, stopReason: 'deceased' })
    yield certificateCancellations({ document, certificateId, on: addDays(diedOn, 6), reason: 'deceased' })
    yield* deathKnownToBoth(resident, daysAgo)
  } else if (chance.happens(0.7)) yield disabilityNursingSubsidy(resident, certified, { on })
}

function* withLightGrade(resident: Resident, certified: Certificate): Generator<Row> {
  const { document, chance } = resident
  if (chance.happens(0.1)) {
    const since = addDays(certified.issuedOn, -100)
    yield hardshipStatuses({ document, status: 'low-income', on: since })
    yield disabilityLivingSubsidy(resident, certified, addDays(certified.issuedOn, 30))
  } else if (chance.happens(0.15)) yield* chance.oneOf([moved, reissued, disputed, frozen, regraded, cancelled])(resident, certified)
}

function* moved({ document, chance, calendar, householdRegion }: Resident, { certificateId }: Certificate): Generator<Row> {
  yield certificateMoves({ document, certificateId, on: calendar.daysAgo(90), householdRegion: anotherDistrict(householdRegion, chance) })
}

function* reissued({ document, calendar }: Resident, { certificateId }: Certificate): Generator<Row> {
  yield certificateReissues({ document, certificateId, on: calendar.daysAgo(120) })
}

/** 异议 to the city, which finds the same. */
function* disputed({ document, chance }: Resident, { certificateId, issuedOn, evaluation }: Certificate): Generator<Row> {
  const on = addDays(issuedOn, 25)
  yield evaluationDisputes({ document, certificateId, on: addDays(issuedOn, 5) })
  yield disputeConclusions({ document, certificateId, on, determinedOn: on, institution: chance.oneOf(hospitals), ...evaluation })
}

function* frozen({ document, calendar }: Resident, { certificateId }: Certificate): Generator<Row> {
  yield certificateFreezes({ document, certificateId, on: calendar.daysAgo(50), reason: 'data-check' })
}

/** 重新评定 while nothing is paid on the grade. */
function* regraded(resident: Resident, certified: Certificate): Generator<Row> {
  yield regrading(resident, certified, { evaluation: evaluationOf(resident.chance), daysAgo: 80 })
}

function* cancelled({ document, calendar }: Resident, { certificateId }: Certificate): Generator<Row> {
  yield certificateCancellations({ document, certificateId, on: calendar.daysAgo(75), reason: 'own-wish' })
}
