import {
  NO_STREAM,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
  type AllStreamRecordedEvent,
  type AppendResult,
  type AppendStreamState,
  type EventData,
} from '@kurrent/kurrentdb-client'

/** An event as the server's log keeps it. */
export interface Logged extends Pick<EventData, 'id' | 'type' | 'metadata'> {
  readonly position: bigint
  readonly streamId: string
  readonly revision: bigint
  readonly json: string | undefined
  readonly created: Date
}

/** What one leader does with its log, as far as the store sees it: every event commits itself at the byte where it begins. */
export const fakeLog = () => {
  const log: Logged[] = []
  const streams = new Map<string, Logged[]>()
  const tombstones = new Set<string>()
  const truncations = new Map<string, bigint>()
  // Beyond what a number can tell apart: a position that became one would be noticed.
  let end = 2n ** 53n

  const write = (streamId: string, { id, type, metadata, data, contentType }: EventData): Logged => {
    const history = streams.get(streamId) ?? []
    const json = contentType === 'application/json' ? JSON.stringify(data) : undefined
    const logged = { id, type, metadata, position: end, streamId, revision: BigInt(history.length), json, created: new Date() }
    end += BigInt(100 + (json?.length ?? 0))
    streams.set(streamId, history)
    history.push(logged)
    log.push(logged)
    return logged
  }

  /** A stream that was deleted softly takes events as if it had never been, and goes on counting. */
  const fits = (streamId: string, length: number, expected: AppendStreamState): boolean =>
    expected === BigInt(length - 1) || (expected === NO_STREAM && Number(truncations.get(streamId) ?? 0n) >= length)

  return {
    log,
    truncations,
    /** An event begins here, or the log has not come so far; the server cannot read from the middle of one. */
    isPlace: (position: bigint): boolean => position >= end || log.some((event) => event.position === position),

    append: (streamId: string, events: readonly EventData[], expected: AppendStreamState): AppendResult => {
      if (tombstones.has(streamId)) throw StreamDeletedError.fromStreamName(streamId)
      const history = streams.get(streamId) ?? []
      if (fits(streamId, history.length, expected)) return resultOf(events.map((event) => write(streamId, event)).at(-1))
      // Only where an append does not fit does the server look whether the same events stand at that place.
      const there = history.slice(expected === NO_STREAM ? 0 : Number(expected) + 1).slice(0, events.length)
      if (events.every(({ id }, nth) => there[nth]?.id === id)) return resultOf(there.at(-1))
      throw new WrongExpectedVersionError(undefined, { streamName: streamId, current: history.at(-1)?.revision ?? NO_STREAM, expected })
    },

    read: (streamId: string): readonly Logged[] => {
      if (tombstones.has(streamId)) throw StreamDeletedError.fromStreamName(streamId)
      const visible = (streams.get(streamId) ?? []).filter(({ revision }) => revision >= (truncations.get(streamId) ?? 0n))
      if (visible.length === 0) throw new StreamNotFoundError(undefined, streamId)
      return visible
    },

    /** Deleted for good: the server notes that in the stream itself. */
    tombstone: (streamId: string): void => {
      write(streamId, { id: crypto.randomUUID(), type: '$streamDeleted', contentType: 'application/json', data: {}, metadata: undefined })
      tombstones.add(streamId)
    },

    /** What a restore from an older copy leaves. */
    cutAfter: (position: bigint): void => {
      const isKept = (event: Logged): boolean => event.position <= position
      for (const [name, history] of streams) streams.set(name, history.filter(isKept))
      log.splice(log.findIndex((event) => !isKept(event)))
      end = position + 1n
    },
  }
}

export type FakeLog = ReturnType<typeof fakeLog>

const resultOf = (last: Logged | undefined): AppendResult => ({
  success: true,
  nextExpectedRevision: last?.revision ?? -1n,
  ...(last && { position: { commit: last.position, prepare: last.position } }),
})

/** As the client hands it out. */
export const shown = ({ position, json, ...event }: Logged): AllStreamRecordedEvent => ({
  ...event,
  isJson: json !== undefined,
  data: json === undefined ? new Uint8Array() : JSON.parse(json),
  position: { commit: position, prepare: position },
})

/** The half of the client that reads knows whole seconds. */
export const shownToReaders = (logged: Logged): AllStreamRecordedEvent =>
  shown({ ...logged, created: new Date(Math.floor(logged.created.getTime() / 1_000) * 1_000) })
