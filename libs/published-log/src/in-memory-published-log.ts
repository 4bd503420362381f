import { decodePublished, encodePublished } from '@concord/contracts'
import { followPlaces } from './follow-places.js'
import { type LoggedEvent, type LogPage, type Offset, type Place, type PublishedLog, type Topic, UnknownOffset } from './published-log.js'

/** What an in-memory topic holds: events, and up to where its source was read when each was added. */
type Entry = { readonly event: LoggedEvent } | { readonly sourceRead: bigint }

/** A log that forgets when the process ends: for specifications, and to try things out. */
export const inMemoryPublishedLog = (): PublishedLog => {
  const topics = memory()
  return {
    publish: (topic, events, sourceRead) => {
      const known = topics.entriesOf(topic).length
      const added = events.map((event, nth): Entry => ({
        event: { offset: BigInt(known + nth + 1), person: event.person, position: event.position, body: encodePublished(event) },
      }))
      topics.add(topic, sourceRead > (events.at(-1)?.position ?? 0n) ? [...added, { sourceRead }] : added)
      return Promise.resolve()
    },
    follow: (names, follower, signal) => followPlaces(pagesOf(topics), placesOf(names), follower, signal),
    read: async (_topic, { body }) => decodePublished(body),
    places: (names) => Promise.resolve(placesOf(names)),
    placeOf: (topic) => Promise.resolve({ topic, partition: 0 }),
    ahead: ({ topic }, after) => {
      const head = BigInt(topics.entriesOf(topic).length)
      return Promise.resolve({ head, entries: Number(head - after) })
    },
  }
}

const placesOf = (topics: readonly Topic[]): readonly Place[] => topics.map((topic) => ({ topic, partition: 0 }))

const memory = () => {
  const topics = new Map<Topic, Entry[]>()
  let news = Promise.withResolvers<void>()
  const entriesOf = (topic: Topic): Entry[] => {
    const entries = topics.get(topic) ?? []
    topics.set(topic, entries)
    return entries
  }
  return {
    entriesOf,
    add: (topic: Topic, entries: readonly Entry[]): void => {
      entriesOf(topic).push(...entries)
      news.resolve()
      news = Promise.withResolvers()
    },
    news: () => news.promise,
  }
}

const pagesOf = ({ entriesOf, news }: ReturnType<typeof memory>) =>
  async function* (place: Place, after: Offset, signal: AbortSignal): AsyncGenerator<LogPage> {
    const entries = entriesOf(place.topic)
    if (after > entries.length) throw new UnknownOffset(place, after)
    const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
    for (let seen = Number(after); !signal.aborted;) {
      const added = entries.slice(seen)
      if (added.length > 0) yield pageOf(place, BigInt(seen), added)
      else await Promise.race([news(), aborted])
      seen += added.length
    }
  }

const pageOf = (place: Place, after: Offset, entries: readonly Entry[]): LogPage => {
  const last = entries.at(-1)
  return {
    ...place,
    after,
    offset: after + BigInt(entries.length),
    events: entries.flatMap((entry) => ('event' in entry ? [entry.event] : [])),
    sourceRead: last && 'sourceRead' in last ? last.sourceRead : 0n,
  }
}
