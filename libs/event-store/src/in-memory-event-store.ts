import { RevisionConflict, UnknownPosition, type EventPage, type EventStore, type Position, type RecordedEvent } from './event-store.js'

/** A store that forgets when the process ends: for specifications, and to try things out. */
export const inMemoryEventStore = (): EventStore => {
  const recorded: RecordedEvent[] = []
  const streams = new Map<string, RecordedEvent[]>()
  let bell = Promise.withResolvers<void>()

  return {
    async *read(stream) {
      yield* streams.get(stream) ?? []
    },

    // oxlint-disable-next-line require-await -- a refusal is a rejected promise, as with a store on a server
    append: async (stream, expected, events) => {
      const history = streams.get(stream) ?? []
      const known = history.find(({ id }) => id === events.at(-1)?.id)
      if (known) return known.position
      const revision = history.at(-1)?.revision ?? 'no-stream'
      if (revision !== expected) throw new RevisionConflict(stream, expected)
      const recordedAt = new Date().toISOString()
      const news = events.map((event, nth) => ({
        ...event,
        stream,
        revision: BigInt(history.length + nth),
        position: BigInt(recorded.length + nth + 1),
        recordedAt,
      }))
      streams.set(stream, [...history, ...news])
      recorded.push(...news)
      bell.resolve()
      bell = Promise.withResolvers()
      return BigInt(recorded.length)
    },

    async *subscribe(after: Position, signal: AbortSignal): AsyncGenerator<EventPage> {
      if (after > recorded.length) throw new UnknownPosition(after)
      const aborted = once(signal)
      for (let seen = Number(after); !signal.aborted;) {
        const page = recorded.slice(seen)
        seen += page.length
        if (page.length > 0) yield page
        else await Promise.race([bell.promise, aborted])
      }
    },
  }
}

const once = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
