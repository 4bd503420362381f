/**
 * One spelling an instant, so that instants compare as text: sources write seconds with no fraction, with milliseconds or with
 * microseconds, all in UTC.
 */
export const comparable = (instant: string): string => {
  const [seconds = '', fraction = ''] = instant.slice(0, -1).split('.')
  return `${seconds}.${fraction.padEnd(9, '0')}`
}

/** Whether something recorded then was known at an instant; without an instant everything is known. */
export const isKnown = (recordedAt: string, knownAt: string | undefined): boolean =>
  knownAt === undefined || comparable(recordedAt) <= comparable(knownAt)
