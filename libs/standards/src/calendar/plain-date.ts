import { z } from 'zod'

/** A calendar date in China, `YYYY-MM-DD`. Compares with `<` as dates do. */
export const plainDate = z.iso.date().brand<'PlainDate'>()
export type PlainDate = z.infer<typeof plainDate>

// Every decision asks for dates dozens of times: days are counted with Date.UTC, a tenth of the time a calendar library takes.
const millisecondsInDay = 86_400_000

interface Parts {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
}

const partsOf = (date: PlainDate): Parts => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
})

const dayNumberOf = (date: PlainDate): number => Date.parse(date) / millisecondsInDay

const dateOf = (milliseconds: number): PlainDate => new Date(milliseconds).toISOString().slice(0, 10) as PlainDate

export const addDays = (date: PlainDate, days: number): PlainDate => dateOf((dayNumberOf(date) + days) * millisecondsInDay)

/** 31 January plus one month is the last day of February. */
export const addMonths = (date: PlainDate, months: number): PlainDate => {
  const { year, month, day } = partsOf(date)
  const lastOfMonth = daysInMonth(year, month + months)
  return dateOf(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth)))
}

export const addYears = (date: PlainDate, years: number): PlainDate => addMonths(date, years * 12)

export const daysBetween = (earlier: PlainDate, later: PlainDate): number => dayNumberOf(later) - dayNumberOf(earlier)

/** 周岁: completed years of life on a date. Who was born on 29 February completes one on 1 March of a common year. */
export const ageOn = (bornOn: PlainDate, on: PlainDate): number =>
  partsOf(on).year - partsOf(bornOn).year - (on.slice(5) < bornOn.slice(5) ? 1 : 0)

const chinaIsAheadBy = 8 * 3_600_000

/** 1 Monday to 7 Sunday. */
export const dayOfWeek = (date: PlainDate): number => new Date(date).getUTCDay() || 7

export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The date in China (UTC+8, no daylight saving) at an ISO instant. */
export const dateInChina = (instant: string): PlainDate => dateOf(Date.parse(instant) + chinaIsAheadBy)
