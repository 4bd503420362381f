import { addDays, addMonths, dateInChina, type PlainDate } from '@concord/standards'

/** 今天 in China. Journeys stand on the real calendar: what happened lies before today, and nothing they say grows old. */
export const today: PlainDate = dateInChina(new Date().toISOString())

export const daysAgo = (days: number): PlainDate => addDays(today, -days)
export const monthsAgo = (months: number): PlainDate => addMonths(today, -months)
export const dayAfter = (date: PlainDate): PlainDate => addDays(date, 1)
