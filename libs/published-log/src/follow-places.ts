import { oneAtATime } from './one-at-a-time.js'
import type { Follower, LogPage, Offset, Place } from './published-log.js'

/** What a place holds after an offset, page by page, until the signal aborts. */
export type PagesOf = (place: Place, after: Offset, signal: AbortSignal) => AsyncIterable<LogPage>

/** Follows places of a log that can be read from anywhere: side by side, one page at a time. */
export const followPlaces = async (pagesOf: PagesOf, places: readonly Place[], follower: Follower, signal: AbortSignal): Promise<void> => {
  const turns = oneAtATime()
  await together(signal, places, async (place, stop) => {
    let at = await follower.begin(place)
    while (!stop.aborted) {
      for await (const page of pagesOf(place, at, stop)) {
        at = await turns(() => follower.take(page))
        if (at !== page.offset) break
      }
    }
  })
}

/** When the work on one place fails all stop, and the caller hears why. */
const together = async (
  signal: AbortSignal,
  places: readonly Place[],
  work: (place: Place, stop: AbortSignal) => Promise<void>,
): Promise<void> => {
  const failed = new AbortController()
  const stop = AbortSignal.any([signal, failed.signal])
  const outcomes = await Promise.allSettled(
    places.map((place) =>
      work(place, stop).catch((error: unknown) => {
        failed.abort()
        throw error
      }),
    ),
  )
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}
