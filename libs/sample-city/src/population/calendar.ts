import { addDays, daysBetween, type PlainDate } from '@concord/standards'

/** Dates counted back from the day for which the city is made. */
export interface Calendar {
  readonly today: PlainDate
  readonly daysAgo: (days: number) => PlainDate
  readonly daysSince: (date: PlainDate) => number
}

/** Remembers each date it worked out: a million lives share the same few ten thousand days. */
export const calendarOf = (today: PlainDate): Calendar => {
  const known = new Map<number, PlainDate>()
  return {
    today,
    daysAgo: (days) => {
      const date = known.get(days) ?? addDays(today, -days)
      known.set(days, date)
      return date
    },
    daysSince: (date) => daysBetween(date, today),
  }
}
