import type { PlainDate } from '@concord/standards'
import type { Row } from '../files/agency-file.js'
import type { Resident } from '../population/resident.js'
import type { Stratum } from '../population/strata.js'
import type { Planted } from './planted.js'

/** A life that is told on purpose: a contradiction, a double benefit, a row that must be rejected, or an example to ask about. */
export interface Story {
  readonly name: string
  readonly stratum: Stratum
  readonly plants?: Planted
  readonly tell: (resident: Resident) => Telling
}

export interface Telling {
  readonly rows: readonly Row[]
  /** What the registry must answer about this person, by construction. */
  readonly example?: Example
}

/** A person to ask about. */
export interface Example {
  readonly zh: string
  readonly en: string
  readonly questions: readonly ExampleQuestion[]
}

export interface ExampleQuestion {
  readonly purpose: string
  readonly asOf: PlainDate
  readonly answer: {
    readonly outcome: string
    readonly acceptedAs?: string
    /** The last day of the recognition. */
    readonly until?: PlainDate
    readonly missing: readonly string[]
  }
}

export const story = (stratum: Stratum, name: string, tell: (resident: Resident) => Telling | readonly Row[], plants?: Planted): Story => ({
  stratum,
  name,
  tell: (resident) => {
    const told = tell(resident)
    return 'rows' in told ? told : { rows: told }
  },
  ...(plants && { plants }),
})
