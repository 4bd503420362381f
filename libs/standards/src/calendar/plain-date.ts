import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** A calendar date in China, `YYYY-MM-DD`. Compares with `<` as dates do. */
export const plainDate = z.iso.date().brand<'PlainDate'>()
export type PlainDate = z.infer<typeof plainDate>

const from = (date: Temporal.PlainDate): PlainDate => date.toString() as PlainDate

export const addDays = (date: PlainDate, days: number): PlainDate => from(Temporal.PlainDate.from(date).add({ days }))

/** 31 January plus one month is the last day of February. */
export const addMonths = (date: PlainDate, months: number): PlainDate => from(Temporal.PlainDate.from(date).add({ months }))

export const addYears = (date: PlainDate, years: number): PlainDate => from(Temporal.PlainDate.from(date).add({ years }))

export const daysBetween = (earlier: PlainDate, later: PlainDate): number =>
  Temporal.PlainDate.from(earlier).until(later, { largestUnit: 'days' }).days

/** 周岁: completed years of life on a date. */
export const ageOn = (bornOn: PlainDate, on: PlainDate): number => Temporal.PlainDate.from(bornOn).until(on, { largestUnit: 'years' }).years

/** The date in China (UTC+8, no daylight saving) at an instant. */
export const dateInChina = (instant: string): PlainDate =>
  from(Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai').toPlainDate())
