import { setTimeout as rest } from 'node:timers/promises'
import type { Follower, LogPage, Offset, Place } from '@concord/published-log'
import { followerOf } from './apply-page.js'
import { loadCheckpoints, noCheckpoint, placeName, type Projection } from './projection.js'

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
