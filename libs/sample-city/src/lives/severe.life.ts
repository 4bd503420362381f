import { addDays } from '@concord/standards'
import { comas } from '../files/health.files.js'
import type { Row } from '../files/agency-file.js'
import { benefits } from '../files/healthcare-security.files.js'
import type { Resident } from '../population/resident.js'
import { abilityAssessment, elderNursingSubsidy } from './ability.js'
import { deathKnownToBoth, dementia, homeHealthService, hospitalStay } from './illness.js'
import { benefitStart, type Conclusion, ltciConclusion } from './ltci.js'

/** An elder found severely disabled. One agency pays for care, not two. */
export function* severeLife(resident: Resident): Generator<Row> {
  const payer = resident.chance.oneOf(['insurance', 'insurance', 'civil-affairs'] as const)
  yield* payer === 'insurance' ? caredForByInsurance(resident) : supportedByCivilAffairs(resident)
}

function* caredForByInsurance(resident: Resident): Generator<Row> {
  const { chance } = resident
  if (chance.happens(0.4)) yield dementia(resident, chance.between(700, 1000))
  const conclusion = ltciConclusion(resident, { grade: chance.oneOf([3, 3, 4, 5]), daysAgo: chance.between(150, 600) })
  yield conclusion.row
  const form = chance.oneOf(['home', 'home', 'institution'] as const)
  const benefitId = chance.uuid()
  yield benefitStart(resident, conclusion, { benefitId, on: addDays(conclusion.effectiveFrom, 7), form })
  if (form === 'institution') return
  if (chance.happens(0.2)) yield* pausedInHospital(resident, conclusion, benefitId)
  else if (chance.happens(0.06)) yield* untilDeath(resident, benefitId)
  else yield* homeHealthService(resident)
}

/** 住院期间暂停居家待遇 */
function* pausedInHospital(resident: Resident, conclusion: Conclusion, benefitId: string): Generator<Row> {
  const { document, chance } = resident
  const { assessmentId: restsOn, grade, effectiveFrom, validUntil } = conclusion
  const { row, on, dischargedOn } = hospitalStay(resident, chance.between(40, 90), chance.between(4, 20))
  yield row
  yield benefits({ document, benefitId, step: 'pause', on, reason: 'in-hospital' })
  yield benefits({ document, benefitId, step: 'resume', on: dischargedOn, restsOn, grade, effectiveFrom, validUntil })
}

function* untilDeath(resident: Resident, benefitId: string): Generator<Row> {
  const { document, calendar, chance } = resident
  const daysAgo = chance.between(10, 80)
  yield benefits({ document, benefitId, step: 'end', on: calendar.daysAgo(daysAgo), reason: 'deceased' })
  yield* deathKnownToBoth(resident, daysAgo)
}

function* supportedByCivilAffairs(resident: Resident): Generator<Row> {
  const { document, chance, calendar } = resident
  const isDemented = chance.happens(0.4)
  const isInComa = !isDemented && chance.happens(0.1)
  if (isDemented) yield dementia(resident, chance.between(400, 1000))
  if (isInComa) yield comas({ document, on: calendar.daysAgo(380) })
  const ability = abilityAssessment(resident, {
    preliminary: isDemented ? chance.oneOf([2, 3]) : chance.oneOf([3, 4]),
    daysAgo: chance.between(60, 330),
    dementia: isDemented,
    coma: isInComa,
  })
  yield ability.row
  yield elderNursingSubsidy(resident, ability, { on: addDays(ability.on, 20) })
}
