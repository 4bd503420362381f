import type { Revision, StreamName } from '@concord/event-store'

/** The ids of streams' events as they were seen here. What is recorded does not change: what is known may be short, but not wrong. */
export interface KnownIds {
  readonly upTo: (stream: StreamName, revision: Revision) => readonly string[] | undefined
  /** @param ids of all events of the stream, from the first */
  readonly learn: (stream: StreamName, ids: readonly string[]) => void
}

/** Knows the streams that were seen last. */
export const knownIds = (streams: number): KnownIds => {
  const known = new Map<StreamName, readonly string[]>()
  return {
    upTo: (stream, revision) => {
      const ids = known.get(stream)
      return ids && BigInt(ids.length) > revision ? ids.slice(0, Number(revision) + 1) : undefined
    },
    learn: (stream, ids) => {
      // A map keeps its keys in the order in which they came.
      known.delete(stream)
      known.set(stream, ids)
      const [oldest] = known.keys()
      if (known.size > streams && oldest !== undefined) known.delete(oldest)
    },
  }
}
