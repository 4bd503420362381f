import { StreamDeletedError, StreamNotFoundError } from '@kurrent/kurrentdb-client'
import type { RecordedEvent, Revision, StreamName } from '@concord/event-store'
import type { KurrentClient } from './connection.js'
import { knownIds, type KnownIds } from './known-ids.js'
import { inTime } from './outage.js'
import { toRecorded } from './recorded.js'
import type { StreamNames } from './stream-names.js'

/** Somebody deleted or truncated a stream on the server. Nothing is decided on part of a history. */
export class HistoryMissing extends Error {
  override readonly name = 'HistoryMissing'
  constructor(readonly stream: StreamName) {
    super('a stream was deleted or truncated in KurrentDB: its history is not whole; restore it from a backup')
  }
}

/** Everybody asks the leader: a follower may not know yet what was acknowledged. */
export const atLeader = { requiresLeader: true } as const

/** Whoever appends has read the stream just before: what was seen then is not read again. */
const streamsKnown = 1_000

/** One context's streams. */
export interface Histories extends Pick<KnownIds, 'learn'> {
  readonly names: StreamNames
  /** All events of a stream, from the first. @throws HistoryMissing */
  readonly read: (client: KurrentClient, stream: StreamName) => Promise<RecordedEvent[]>
  /** The ids of a stream's events up to a revision; fewer when it has not come so far. */
  readonly idsUpTo: (client: KurrentClient, stream: StreamName, revision: Revision) => Promise<readonly string[]>
}

export const historiesOf = (names: StreamNames): Histories => {
  const known = knownIds(streamsKnown)
  const read: Histories['read'] = async (client, stream) => {
    const events = await readHistory(client, names, stream)
    known.learn(
      stream,
      events.map(({ id }) => id),
    )
    return events
  }
  return {
    names,
    read,
    learn: known.learn,
    idsUpTo: async (client, stream, revision) => {
      const ids = known.upTo(stream, revision)
      return ids ?? (await read(client, stream)).slice(0, Number(revision) + 1).map(({ id }) => id)
    },
  }
}

const readHistory = async (client: KurrentClient, names: StreamNames, stream: StreamName): Promise<RecordedEvent[]> => {
  const history: RecordedEvent[] = []
  try {
    const stored = await inTime(Array.fromAsync(client.readStream(names.stored(stream), atLeader)))
    for (const { event } of stored) {
      if (event?.revision !== BigInt(history.length)) throw new HistoryMissing(stream)
      history.push(toRecorded(event, names))
    }
  } catch (error) {
    if (!(error instanceof StreamNotFoundError)) throw error instanceof StreamDeletedError ? new HistoryMissing(stream) : error
    await checkNeverBegun(client, names, stream)
  }
  return history
}

/** To a reader a stream that was deleted softly looks as if it had never been. @throws HistoryMissing */
const checkNeverBegun = async (client: KurrentClient, names: StreamNames, stream: StreamName): Promise<void> => {
  const { metadata } = await inTime(client.getStreamMetadata(names.stored(stream), atLeader))
  if (metadata?.truncateBefore !== undefined) throw new HistoryMissing(stream)
}
