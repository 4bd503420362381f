import { z } from 'zod'
import { source } from '../source/source.js'
import data from './holidays.json' with { type: 'json' }
import { plainDate } from './plain-date.js'

const year = z.strictObject({
  year: z.int(),
  source,
  /** 放假 from the first to the last day, and the weekend days 调休上班 that are worked instead. */
  holidays: z.array(z.strictObject({ name: z.string(), from: plainDate, to: plainDate, workedInstead: z.array(plainDate) })),
})

/** 节假日安排: one notice of the State Council's General Office a year. */
export const holidayCalendar = z.strictObject({ years: z.array(year) }).parse(data)
