import { chanceOf, type Chance } from '../chance/chance.js'
import type { Calendar } from './calendar.js'
import { documentOf, type Document } from './documents.js'
import { agesOf, type Layer, type Stratum } from './strata.js'

/** One made-up person, and what their life is told with. */
export interface Resident extends Document {
  readonly stratum: Stratum
  readonly householdRegion: string
  readonly residenceRegion: string
  readonly chance: Chance
  readonly calendar: Calendar
}

/** 厦门市: 思明, 海沧, 湖里, 集美, 同安, 翔安. */
const districts = ['350203', '350205', '350206', '350211', '350212', '350213'] as const

export interface CityOf {
  readonly persons: number
  readonly seed: number
  readonly calendar: Calendar
}

export const residentOf = (person: number, { stratum }: Layer, { persons, seed, calendar }: CityOf): Resident => {
  const chance = chanceOf(seed, person)
  const householdRegion = chance.oneOf(districts)
  return {
    ...documentOf({ number: person, of: persons }, agesOf[stratum], calendar, chance),
    stratum,
    householdRegion,
    residenceRegion: chance.happens(0.85) ? householdRegion : chance.oneOf(districts),
    chance,
    calendar,
  }
}

export const anotherDistrict = (than: string, chance: Chance): string => {
  const found = chance.oneOf(districts)
  return found === than ? anotherDistrict(than, chance) : found
}
