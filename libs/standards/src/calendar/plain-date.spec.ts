import { describe, expect, it } from '@jest/globals'
import { addDays, addMonths, addYears, ageOn, dateInChina, daysBetween, plainDate } from './plain-date.js'

describe('a plain date', () => {
  it('is a day that exists', () => {
    const accepted = ['2024-02-29', '2023-02-29', '2024-13-01', '2024-2-1'].map((date) => plainDate.safeParse(date).success)
    expect(accepted).toEqual([true, false, false, false])
  })

  it('moves by days over the end of a year', () => expect(addDays(day('2025-12-31'), 1)).toBe('2026-01-01'))

  it('moves by months to the last day when the month is shorter', () => expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28'))

  it('moves by years from 29 February to the last day of February', () => expect(addYears(day('2024-02-29'), 1)).toBe('2025-02-28'))

  it('is so many days from another', () => expect(daysBetween(day('2024-02-28'), day('2024-03-01'))).toBe(2))

  it('gives an age in completed years: the day before the birthday is a year less', () =>
    expect([ageOn(day('1960-05-02'), day('2020-05-01')), ageOn(day('1960-05-02'), day('2020-05-02'))]).toEqual([59, 60]))

  it('in China is eight hours ahead of UTC', () =>
    expect([dateInChina('2026-03-01T15:59:59Z'), dateInChina('2026-03-01T16:00:00Z')]).toEqual(['2026-03-01', '2026-03-02']))
})

const day = (date: string) => plainDate.parse(date)
