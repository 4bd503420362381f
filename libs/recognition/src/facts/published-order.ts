import type { PublishedEvent } from '@concord/contracts'
import { comparable, isKnown } from './instant.js'

/**
 * What was known at an instant, in the one order that does not depend on how events arrived: by the time the source recorded them,
 * then by source and its own position; repeats are dropped.
 */
export const inPublishedOrder = (events: readonly PublishedEvent[], knownAt?: string): readonly PublishedEvent[] => {
  const keyed = events
    .filter(({ recordedAt }) => isKnown(recordedAt, knownAt))
    .map((event) => ({ event, key: orderKey(event) }))
    .toSorted((one, other) => Number(one.key > other.key) - Number(one.key < other.key))
  const seen = new Set<string>()
  return keyed.flatMap(({ event }) => {
    const place = `${event.context}/${event.position}`
    if (seen.has(place)) return []
    seen.add(place)
    return [event]
  })
}

/** Positions are padded to the digits of the largest bigint a store hands out, so that they compare as text. */
const orderKey = ({ recordedAt, context, position, id }: PublishedEvent): string =>
  [comparable(recordedAt), context, position.toString().padStart(20, '0'), id].join(' ')
