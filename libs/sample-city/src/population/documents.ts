import { type PlainDate, residentNumber } from '@concord/standards'
import type { Chance } from '../chance/chance.js'
import type { Ages, Calendar } from './calendar.js'

/** A made-up identity document and its holder's birth. */
export interface Document {
  readonly document: string
  readonly bornOn: PlainDate
  readonly bornDaysAgo: number
  /** For files: only where the document does not tell it. */
  readonly bornOnColumn: PlainDate | undefined
}

/**
 * A form of document no living person has: `numbersADay` different numbers can be made for one birth date.
 * - Resident numbers: 350290 to 350299 lie in Xiamen's range and were never assigned to a district.
 * - Permits of Hong Kong, Macao and Taiwan residents: sequence 000 is never given.
 * - Foreigners' cards: country 999 of ISO 3166 (new card) and ZZZ (old card) belong to no country.
 */
interface Form {
  readonly numbersADay: number
  readonly make: (bornOn: PlainDate, number: number) => string
  readonly tellsBirth: boolean
}

const resident: Form = {
  numbersADay: 9990,
  make: (bornOn, number) => residentNumber({ region: `35029${Math.floor(number / 999)}`, bornOn, sequence: 1 + (number % 999) }),
  tellsBirth: true,
}
const permit: Form = {
  numbersADay: 3,
  make: (bornOn, number) => residentNumber({ region: `8${1 + number}0000`, bornOn, sequence: 0 }),
  tellsBirth: true,
}
const foreignersCard: Form = {
  numbersADay: 999,
  make: (bornOn, number) => residentNumber({ region: '935999', bornOn, sequence: 1 + number }),
  tellsBirth: true,
}
const oldForeignersCard: Form = {
  numbersADay: 100,
  make: (bornOn, number) => `ZZZ3502${bornOn.slice(2).replaceAll('-', '')}${String(number).padStart(2, '0')}`,
  tellsBirth: false,
}

/** Every so many persons one who holds another document than the resident's card. */
const others: readonly { readonly every: number; readonly at: number; readonly form: Form }[] = [
  { every: 250, at: 200, form: permit },
  { every: 1000, at: 301, form: foreignersCard },
  { every: 1000, at: 602, form: oldForeignersCard },
]

/**
 * The document of the person with this number in a city of so many. No two are the same: persons who share the number of a day are
 * born on different days by construction.
 */
export const documentOf = (
  { number, of }: { readonly number: number; readonly of: number },
  ages: Ages,
  calendar: Calendar,
  chance: Chance,
): Document => {
  const other = others.find(({ every, at }) => number % every === at)
  const form = other?.form ?? resident
  const every = other?.every ?? 1
  const place = Math.floor(number / every)
  const step = Math.ceil(of / every / form.numbersADay)
  const bornDaysAgo = birthday(Math.floor(place / form.numbersADay), step, { ages, calendar, chance })
  const bornOn = calendar.daysAgo(bornDaysAgo)
  return {
    document: form.make(bornOn, place % form.numbersADay),
    bornOn,
    bornDaysAgo,
    bornOnColumn: form.tellsBirth ? undefined : bornOn,
  }
}

/** A day within the ages; its distance to today leaves `rest` when it is divided by `step`, so that no other rest meets it. */
const birthday = (
  rest: number,
  step: number,
  { ages, calendar, chance }: { readonly ages: Ages; readonly calendar: Calendar; readonly chance: Chance },
): number => {
  const { youngest, oldest } = calendar.birthdays(ages)
  const first = Math.ceil(youngest / step)
  const steps = Math.floor((oldest + 1) / step) - first
  if (steps < 1) throw new RangeError('the city has more persons than there are made-up numbers for')
  const any = chance.below(steps)
  return (first + (ages.dwindling ? Math.min(any, chance.below(steps)) : any)) * step + rest
}
