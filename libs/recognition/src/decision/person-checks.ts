import { addDays, addYears, ageOn, type PlainDate } from '@concord/standards'
import type { Conditions } from '../agreements/conditions.js'
import { heldOn, ofKind, type Circumstance } from '../facts/circumstance.js'
import type { PersonFacts } from '../facts/person-facts.js'
import type { Check } from './subject.js'

type Asked<Name extends keyof Conditions> = Check<NonNullable<Conditions[Name]>>

const sourcesOf = (circumstances: readonly Circumstance[]) => circumstances.flatMap(({ sources }) => sources)

const turningDates = (circumstances: readonly Circumstance[]): readonly PlainDate[] =>
  circumstances.flatMap(({ from, until }) => (until === undefined ? [from] : [from, addDays(until, 1)]))

/** Without a birth date nobody is old enough. */
export const minAge: Asked<'minAge'> = {
  holdsOn: (years, { facts: { born } }, date) =>
    born === undefined ? { met: false } : { met: ageOn(born.on, date) >= years, because: [born.source] },
  changesOn: (years, { facts: { born } }) => (born === undefined ? [] : [comesOfAge(born.on, years)]),
}

/** Born on 29 February one completes a year on 1 March of a common year: the first day on which `ageOn` counts it. */
const comesOfAge = (bornOn: PlainDate, years: number): PlainDate => {
  const birthday = addYears(bornOn, years)
  return ageOn(bornOn, birthday) >= years ? birthday : addDays(birthday, 1)
}

const regionKinds = { household: 'household-region', insured: 'insured-region', residence: 'residence-region' } as const

/** Two agencies may know two regions: the one that began last counts. */
export const region: Asked<'region'> = {
  holdsOn: ({ which, within }, { facts }, date) => {
    const current = ofKind(facts.circumstances, regionKinds[which])
      .filter((one) => heldOn(one, date))
      .reduce<Circumstance<(typeof regionKinds)[typeof which]> | undefined>(
        (last, one) => (last && last.from > one.from ? last : one),
        undefined,
      )
    if (current === undefined) return { met: false }
    return { met: within.some((code) => current.region.startsWith(code)), because: current.sources }
  },
  changesOn: ({ which }, { facts }) => turningDates(ofKind(facts.circumstances, regionKinds[which])),
}

const codes = { dementia: /^F0[0-3]/, 'mental-disorder': /^F(0[4-9]|[1-9])/, either: /^F/ }

export const diagnosis: Asked<'diagnosis'> = {
  holdsOn: (asked, { facts }, date) => {
    const made = diagnosesFor(asked, facts).filter((one) => heldOn(one, date))
    return { met: made.length > 0, because: sourcesOf(made) }
  },
  changesOn: (asked, { facts }) => turningDates(diagnosesFor(asked, facts)),
}

const diagnosesFor = ({ of, bySpecialist }: NonNullable<Conditions['diagnosis']>, { circumstances }: PersonFacts) =>
  ofKind(circumstances, 'diagnosis').filter((made) => codes[of].test(made.code) && (made.bySpecialist || !bySpecialist))

export const livingAtHome: Asked<'livingAtHome'> = {
  holdsOn: (_asked, { facts }, date) => {
    const away = awayFromHome(facts).filter((one) => heldOn(one, date))
    return { met: away.length === 0, because: sourcesOf(away) }
  },
  changesOn: (_asked, { facts }) => turningDates(awayFromHome(facts)),
}

/** In hospital, or paid by LTCI for a place in an institution or hospital. */
const awayFromHome = ({ circumstances }: PersonFacts): readonly Circumstance[] => [
  ...ofKind(circumstances, 'hospital-stay'),
  ...ofKind(circumstances, 'benefit').filter(({ benefit }) => benefit === 'ltci-institution' || benefit === 'ltci-hospital'),
]
