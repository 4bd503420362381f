import type { PlainDate } from '@concord/standards'
import { chanceOf } from './chance/chance.js'
import type { Row } from './files/agency-file.js'
import { certificates } from './files/disabled-persons-federation.files.js'
import { certificateOfDisabled } from './lives/certificate.js'
import { knownToAgencies } from './lives/everyone.js'
import { ordinaryLives } from './lives/ordinary.js'
import { calendarOf } from './population/calendar.js'
import { residentOf, type Resident } from './population/resident.js'
import { stratifying } from './population/strata.js'
import { cast, storyAgain } from './stories/cast.js'
import type { Example, Story } from './stories/story.js'

export interface CityPlan {
  readonly persons: number
  /** Another seed is another city. */
  readonly seed: number
  /** The day on which the agencies made their files. */
  readonly today: PlainDate
}

/** One person with all that stands about them in any file, in the order of the files' rows. */
export interface Life {
  readonly resident: Resident
  readonly rows: Iterable<Row>
  readonly story?: Story
  readonly example?: Example
}

/**
 * A made-up city, person by person: the same plan gives the same city. Each life is worked out alone, so a city of any size takes no
 * more memory than one person.
 */
export function* livesOf(plan: CityPlan): Generator<Life> {
  const castStrata = cast.map(({ stratum }) => stratum)
  const layerOf = stratifying(castStrata, chanceOf(plan.seed))
  const city = { ...plan, calendar: calendarOf(plan.today) }
  for (let person = 0; person < plan.persons; person += 1) {
    const role = cast[person]
    const layer = role ? { stratum: role.stratum, number: person } : layerOf(person)
    const resident = residentOf(person, layer, city)
    const story = role ?? storyAgain(layer)
    yield story ? toldLife(resident, story) : { resident, rows: ordinaryLife(resident) }
  }
}

const toldLife = (resident: Resident, story: Story): Life => {
  const known = [...knownToAgencies(resident)]
  const { rows, example } = story.tell(resident)
  const tellsCertificate = rows.some(({ file }) => file === certificates.file)
  const others = tellsCertificate ? [] : certificateOfDisabled(resident)
  return { resident, story, rows: [...known, ...others, ...rows], ...(example && { example }) }
}

function* ordinaryLife(resident: Resident): Generator<Row> {
  yield* knownToAgencies(resident)
  yield* certificateOfDisabled(resident)
  yield* ordinaryLives[resident.stratum](resident)
}
