import type { Row } from '../files/agency-file.js'
import type { Resident } from '../population/resident.js'
import type { Stratum } from '../population/strata.js'
import { certifiedLife } from './certified.life.js'
import { disabledLife } from './disabled.life.js'
import { deathKnownToBoth, dementia, fall, hospitalStay, mentalDisorder } from './illness.js'
import { severeLife } from './severe.life.js'

/** Lives in which the agencies' records agree: nothing in them may look like a contradiction or a double benefit. */
export const ordinaryLives: Readonly<Record<Stratum, (resident: Resident) => Iterable<Row>>> = {
  severe: severeLife,
  disabled: disabledLife,
  'certified-elder': certifiedLife,
  'certified-younger': certifiedLife,
  elder: elderLife,
  younger: youngerLife,
}

function* elderLife(resident: Resident): Generator<Row> {
  const { chance } = resident
  if (chance.happens(0.06)) yield hospitalStay(resident, chance.between(60, 700), chance.between(3, 25)).row
  if (chance.happens(0.05)) yield fall(resident, chance.between(5, 600))
  if (chance.happens(0.01)) yield dementia(resident, chance.between(30, 900))
  if (chance.happens(0.012)) yield* deathKnownToBoth(resident, chance.between(6, 50))
}

function* youngerLife(resident: Resident): Generator<Row> {
  const { chance } = resident
  if (chance.happens(0.01)) yield hospitalStay(resident, chance.between(40, 300), chance.between(2, 20)).row
  if (chance.happens(0.003)) yield mentalDisorder(resident, chance.between(20, 300))
  if (chance.happens(0.0005)) yield* deathKnownToBoth(resident, chance.between(6, 200))
}
