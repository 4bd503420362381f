import { holidayCalendar } from './holiday-calendar.js'
import { addDays, dayOfWeek, daysBetween, type PlainDate } from './plain-date.js'

const holidays = holidayCalendar.years.flatMap((year) => year.holidays)
const worked = new Set(holidays.flatMap(({ workedInstead }) => workedInstead))
const off = new Set(
  holidays.flatMap(({ from, to }) => Array.from({ length: daysBetween(from, to) + 1 }, (_, place) => addDays(from, place))),
)

/** Whether the year's holiday notice is in the calendar. Without it a year knows its weekends only. */
export const hasHolidayCalendar = (date: PlainDate): boolean => holidayCalendar.years.some(({ year }) => year === Number(date.slice(0, 4)))

/** 工作日: Monday to Friday but the public holidays, and the weekend days that are worked instead (国办 holiday notices). */
export const isWorkingDay = (date: PlainDate): boolean => {
  if (worked.has(date)) return true
  return !off.has(date) && dayOfWeek(date) <= 5
}

/**
 * The last day of a period of so many working days that begins the day after `date`.
 *
 * @throws RangeError when `days` is not a whole number from 0 on
 */
export const addWorkingDays = (date: PlainDate, days: number): PlainDate => {
  if (!Number.isInteger(days) || days < 0) throw new RangeError('working days are counted in whole numbers from 0 on')
  let day = date
  let left = days
  while (left > 0) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

/** Working days after `earlier`, up to and including `later`. */
export const workingDaysBetween = (earlier: PlainDate, later: PlainDate): number => {
  let count = 0
  let day = earlier
  while (day < later) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) count += 1
  }
  return count
}
