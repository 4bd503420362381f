import { setTimeout as rest } from 'node:timers/promises'
import type { Follower, LogPage, Offset, Place } from '@concord/published-log'
import { applyPage } from './apply-page.js'
import { beginPlace, loadCheckpoints, noCheckpoint, placeName, type Projection } from './projection.js'

/**
 * Keeps a projection up to date until the signal aborts: page by page, each in one transaction with its checkpoint. Several processes
 * may do so for the same projection: they share the places, or take turns where the log cannot share them.
 */
export const runProjection = async (projection: Projection, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    const ended = new AbortController()
    const either = AbortSignal.any([signal, ended.signal])
    const { follower, hasFallenBack } = remembering(followerOf(projection))
    const fallen = until(() => hasFallenBack(projection), either).finally(() => ended.abort())
    const following = projection.log.follow(projection.topics, { ...follower, group: projection.name }, either)
    await following.finally(() => ended.abort())
    await fallen
  }
}

const lookAgainMilliseconds = 2_000

/** Resolves when it is so, or when the signal aborts. What cannot be found out now is asked again. */
const until = async (isSo: () => Promise<boolean>, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    await rest(lookAgainMilliseconds, undefined, { signal }).catch(() => {})
    if (!signal.aborted && (await isSo().catch(() => false))) return
  }
}

/**
 * A server that was killed comes back without its last transactions, and so does one whose copy takes over. Whoever follows the log
 * would learn that with the next page of a place, which may be long in coming: so it is looked whether checkpoints stand before what
 * was answered.
 */
const remembering = ({ begin, take }: Follower) => {
  const answered = new Map<string, Offset>()
  const noted = (place: Place, at: Offset): Offset => {
    answered.set(placeName(place), at)
    return at
  }
  return {
    follower: {
      begin: async (place: Place) => noted(place, await begin(place)),
      take: async (page: LogPage) => noted(page, await take(page)),
    },
    hasFallenBack: async (projection: Projection): Promise<boolean> => {
      const before = [...answered]
      const checkpoints = await loadCheckpoints(projection)
      return before.some(([place, at]) => (checkpoints.get(place) ?? noCheckpoint).offset < at)
    },
  }
}

/**
 * Applies all that the log holds now, then stops: a rebuild, when the schema is a fresh one.
 * @returns false when the signal came first
 */
export const catchUp = async (projection: Projection, signal: AbortSignal): Promise<boolean> => {
  const { log, topics } = projection
  const missing = await missingPlaces(projection)
  if (missing.size === 0) return true
  const done = new AbortController()
  const { begin, take } = followerOf(projection)
  const follower: Follower = {
    begin,
    take: async (page) => {
      const at = await inSteps(page, take, signal)
      if (at >= (missing.get(placeName(page)) ?? 0n)) missing.delete(placeName(page))
      if (missing.size === 0) done.abort()
      return at
    },
  }
  await log.follow(topics, follower, AbortSignal.any([signal, done.signal]))
  return missing.size === 0
}

const eventsInStep = 500

/** A transaction that writes holds back all subscribers of its server until it ends: who has much to catch up does it in short ones. */
const inSteps = async (page: LogPage, take: Follower['take'], signal: AbortSignal): Promise<Offset> => {
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

const followerOf = (projection: Projection): Follower => ({
  begin: (place) => beginPlace(projection, place),
  take: (page: LogPage) => applyPage(projection, page),
})
