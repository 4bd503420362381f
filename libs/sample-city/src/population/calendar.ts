import { addDays, addYears, daysBetween, type PlainDate } from '@concord/standards'

/** From the least to the most completed years of life. */
export interface Ages {
  readonly least: number
  readonly most: number
  /** Whether there are fewer and fewer people towards the oldest, or as many of every age. */
  readonly dwindling: boolean
}

/** Dates counted back from the day for which the city is made. */
export interface Calendar {
  readonly today: PlainDate
  readonly daysAgo: (days: number) => PlainDate
  /** How many days ago people of these ages were born. */
  readonly birthdays: (ages: Pick<Ages, 'least' | 'most'>) => { readonly youngest: number; readonly oldest: number }
}

/** Remembers each date it worked out: a million lives share the same few ten thousand days. */
export const calendarOf = (today: PlainDate): Calendar => {
  const daysAgo = remembering((days: number) => addDays(today, -days))
  const yearsAgo = remembering((years: number) => daysBetween(addYears(today, -years), today))
  return {
    today,
    daysAgo,
    // A day of distance to the birthday itself: whoever was born on 29 February completes the year a day later.
    birthdays: ({ least, most }) => ({ youngest: yearsAgo(least) + 1, oldest: yearsAgo(most + 1) - 1 }),
  }
}

const remembering = <Answer>(answer: (question: number) => Answer) => {
  const known = new Map<number, Answer>()
  return (question: number): Answer => {
    const remembered = known.get(question)
    if (remembered !== undefined) return remembered
    const worked = answer(question)
    known.set(question, worked)
    return worked
  }
}
