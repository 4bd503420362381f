import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { addDays, addMonths, addYears, ageOn, dateInChina, daysBetween, plainDate } from '@concord/standards'

describe('a date', () => {
  it('is a day that exists', () => {
    expect(plainDate.safeParse('2024-02-29').success).toBe(true)
    for (const none of ['2023-02-29', '2024-13-01', '2024-1-1', '20240101', 'yesterday'])
      expect(plainDate.safeParse(none).success).toBe(false)
  })

  it('plus months stays within the month', () => {
    expect(addMonths(date('2024-01-31'), 1)).toBe('2024-02-29')
    expect(addMonths(date('2024-03-31'), -1)).toBe('2024-02-29')
    expect(addMonths(date('2024-11-30'), 3)).toBe('2025-02-28')
    expect(addYears(date('2024-02-29'), 1)).toBe('2025-02-28')
  })

  it('plus days and the days between agree', () =>
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (start, days) =>
        expect(daysBetween(start, addDays(start, days))).toBe(days),
      ),
    ))

  it('plus twelve months is the same day a year on, but for 29 February', () =>
    fc.assert(
      fc.property(anyDate, (start) => expect(addMonths(start, 12).slice(5)).toBe(start.endsWith('02-29') ? '02-28' : start.slice(5))),
    ))

  it('makes someone a year older on the birthday, not a day sooner', () => {
    expect(ageOn(date('1960-06-15'), date('2020-06-14'))).toBe(59)
    expect(ageOn(date('1960-06-15'), date('2020-06-15'))).toBe(60)
    expect(ageOn(date('1960-02-29'), date('2021-02-28'))).toBe(60)
    expect(ageOn(date('1960-02-29'), date('2021-03-01'))).toBe(61)
  })

  it('in China begins eight hours before it does in Greenwich', () => {
    expect(dateInChina('2026-03-01T15:59:59.999Z')).toBe('2026-03-01')
    expect(dateInChina('2026-03-01T16:00:00Z')).toBe('2026-03-02')
  })
})

const date = (text: string) => plainDate.parse(text)
const anyDate = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays(date('1900-01-01'), days))
