import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { holidayCalendar } from './holiday-calendar.js'
import { addDays, plainDate } from './plain-date.js'
import { addWorkingDays, hasHolidayCalendar, isWorkingDay, workingDaysBetween } from './working-days.js'

describe('working days', () => {
  it.each([
    ['a Monday', '2026-03-02', true],
    ['a Saturday', '2026-03-07', false],
    ['a weekday of the spring festival', '2026-02-17', false],
    ['a Sunday that is worked for the spring festival', '2024-02-18', true],
    ['a Saturday that is worked for the national day', '2025-10-11', true],
    ['the first day after the national day of 2025', '2025-10-09', true],
  ])('%s (%s): %s', (_, date, working) => expect(isWorkingDay(day(date))).toBe(working))

  it('skip the spring festival and count the Saturday that is worked for it', () =>
    expect(addWorkingDays(day('2026-02-13'), 5)).toBe('2026-02-27'))

  it('begin the day after', () => expect(addWorkingDays(day('2026-03-02'), 1)).toBe('2026-03-03'))

  it('none is the day itself', () => expect(addWorkingDays(day('2026-03-07'), 0)).toBe('2026-03-07'))

  it.each([-1, 0.5, Number.NaN])('%d of them cannot be added', (days) =>
    expect(() => addWorkingDays(day('2026-03-02'), days)).toThrow(RangeError),
  )

  it('added and then counted are as many', () => {
    fc.assert(fc.property(anyDate, fc.nat(60), (date, days) => expect(workingDaysBetween(date, addWorkingDays(date, days))).toBe(days)))
  })

  it('added never end on a day that is none', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (date, days) => expect(isWorkingDay(addWorkingDays(date, days))).toBe(true)),
    )
  })

  it('of years without a notice are those without weekends, and this can be asked', () => {
    expect([isWorkingDay(day('2031-10-01')), isWorkingDay(day('2031-10-04'))]).toEqual([true, false])
    expect(['2023-12-31', '2024-01-01', '2026-12-31', '2027-01-01'].map((date) => hasHolidayCalendar(day(date)))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

describe('the holiday calendar', () => {
  it('moves weekends only: a day worked instead is a Saturday or a Sunday', () => {
    const moved = holidayCalendar.years.flatMap(({ holidays }) => holidays.flatMap(({ workedInstead }) => workedInstead))
    expect(moved.filter((date) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()))).toEqual([])
    expect(moved.length).toBeGreaterThan(0)
  })

  it('holds only days of the notice’s year', () => {
    const strays = holidayCalendar.years.flatMap(({ year, holidays }) =>
      holidays.flatMap(({ from, to, workedInstead }) => [from, to, ...workedInstead].filter((date) => !date.startsWith(`${year}-`))),
    )
    expect(strays).toEqual([])
  })
})

const day = (date: string) => plainDate.parse(date)
const anyDate = fc.integer({ min: 0, max: 365 * 5 }).map((days) => addDays(day('2023-01-01'), days))
