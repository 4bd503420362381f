import type { Row } from '../files/agency-file.js'
import { homeSickbeds } from '../files/health.files.js'
import { hospitals } from '../population/institutions.js'
import type { Resident } from '../population/resident.js'
import { abilityAssessment, careVouchersFor } from './ability.js'
import { dementia, fall, homeHealthService } from './illness.js'
import { ltciConclusion } from './ltci.js'

/** An elder found mildly or moderately disabled, who lives at home. */
export function* disabledLife(resident: Resident): Generator<Row> {
  const { chance } = resident
  const assessedBy = chance.oneOf(['insurance', 'insurance', 'civil-affairs', 'civil-affairs', 'both'] as const)
  // Who is assessed by both has more than a month between the two: the same person may answer otherwise then.
  const daysAgo = assessedBy === 'both' ? chance.between(400, 600) : chance.between(150, 600)
  if (assessedBy !== 'civil-affairs') yield ltciConclusion(resident, { grade: chance.oneOf([1, 2]), daysAgo }).row
  if (assessedBy === 'both') yield abilityAssessment(resident, { preliminary: 2, daysAgo: chance.between(100, 330) }).row
  if (assessedBy === 'civil-affairs') yield* assessedByCivilAffairs(resident)
  yield* atHome(resident)
}

function* assessedByCivilAffairs(resident: Resident): Generator<Row> {
  const { chance } = resident
  const isDemented = chance.happens(0.2)
  if (isDemented) yield dementia(resident, chance.between(800, 1000))
  const wasAssessedBefore = chance.happens(0.3)
  if (wasAssessedBefore) yield abilityAssessment(resident, { preliminary: 1, daysAgo: 460, dementia: isDemented }).row
  const ability = abilityAssessment(resident, {
    preliminary: isDemented ? 1 : chance.oneOf([1, 2]),
    daysAgo: wasAssessedBefore ? 100 : chance.between(100, 330),
    reason: wasAssessedBefore ? 'routine' : 'first',
    dementia: isDemented,
  })
  yield ability.row
  if (ability.level >= 2) yield* careVouchersFor(resident, ability, 3)
}

function* atHome(resident: Resident): Generator<Row> {
  const { document, chance, calendar } = resident
  if (chance.happens(0.7)) yield* homeHealthService(resident)
  if (chance.happens(0.3)) yield fall(resident, chance.between(5, 60))
  if (!chance.happens(0.1)) return
  const on = calendar.daysAgo(chance.between(60, 90))
  const closed = chance.happens(0.5) ? { closedOn: calendar.daysAgo(20), closingReason: 'recovered' } : {}
  yield homeSickbeds({ document, on, institution: chance.oneOf(hospitals), ...closed })
}
