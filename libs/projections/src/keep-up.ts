import { setTimeout as rest } from 'node:timers/promises'
import { type LogPage, type Offset, oneAtATime } from '@concord/published-log'
import { followerOf } from './apply-page.js'
import { loadCheckpoints, noCheckpoint, placeName, type Projection } from './projection.js'

/** A projection that is kept up to date by this process alone. */
export interface KeptUp {
  /**
   * Resolves when all is applied that the log holds at this moment; false when the signal comes first.
   * @throws what stands in the way of applying it
   */
  readonly upToDate: (signal: AbortSignal) => Promise<boolean>
  /** Nothing is applied any more from here on, though the log may still be let go. */
  readonly rest: () => Promise<void>
  readonly stop: () => Promise<void>
}

const lookAgainMilliseconds = 20

/** For who has to be up to date at one moment and cannot wait then: to begin to follow a log may take seconds. */
export const keepUp = (projection: Projection): KeptUp => {
  const stopping = new AbortController()
  const turns = oneAtATime()
  const { begin, take } = followerOf(projection)
  const inTurn = (page: LogPage): Promise<Offset> => turns(() => inSteps(page, take, stopping.signal))
  const following = projection.log.follow(projection.topics, { begin, take: inTurn }, stopping.signal)
  const failure = following.then(() => new Promise<never>(() => {}))
  failure.catch(() => {})

  const applied = async (heads: ReadonlyMap<string, Offset>, signal: AbortSignal): Promise<boolean> => {
    while (!signal.aborted) {
      const checkpoints = await loadCheckpoints(projection)
      if ([...heads].every(([place, head]) => (checkpoints.get(place) ?? noCheckpoint).offset >= head)) return true
      await rest(lookAgainMilliseconds, undefined, { signal }).catch(() => {})
    }
    return false
  }
  return {
    upToDate: async (signal) => {
      const either = AbortSignal.any([signal, stopping.signal])
      return Promise.race([applied(await missingPlaces(projection), either), failure])
    },
    rest: () => {
      stopping.abort()
      return turns(() => Promise.resolve())
    },
    stop: async () => {
      stopping.abort()
      await following.catch(() => {})
    },
  }
}

/**
 * Applies all that the log holds now, then stops: a rebuild, when the schema is a fresh one.
 * @returns false when the signal came first
 */
export const catchUp = async (projection: Projection, signal: AbortSignal): Promise<boolean> => {
  if ((await missingPlaces(projection)).size === 0) return true
  if (signal.aborted) return false
  const kept = keepUp(projection)
  try {
    return await kept.upToDate(signal)
  } finally {
    await kept.stop()
  }
}

const eventsInStep = 500

/** A transaction that writes holds back all subscribers of its server until it ends: who has much to catch up does it in short ones. */
const inSteps = async (page: LogPage, take: (page: LogPage) => Promise<Offset>, signal: AbortSignal): Promise<Offset> => {
  let after = page.after
  for (let begin = 0; !signal.aborted && (begin === 0 || begin < page.events.length); begin += eventsInStep) {
    const events = page.events.slice(begin, begin + eventsInStep)
    const isLast = begin + eventsInStep >= page.events.length
    const step = isLast ? { ...page, after, events } : { ...page, after, events, offset: events.at(-1)?.offset ?? after, sourceRead: 0n }
    after = await take(step)
    if (after !== step.offset) break
  }
  return after
}

/** The heads of the places that are not applied up to there. */
const missingPlaces = async (projection: Projection): Promise<Map<string, Offset>> => {
  const checkpoints = await loadCheckpoints(projection)
  const missing = new Map<string, Offset>()
  for (const place of await projection.log.places(projection.topics)) {
    const { offset } = checkpoints.get(placeName(place)) ?? noCheckpoint
    const { head } = await projection.log.ahead(place, offset)
    if (head > offset) missing.set(placeName(place), head)
  }
  return missing
}
