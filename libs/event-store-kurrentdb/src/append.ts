import { NO_STREAM, StreamDeletedError, WrongExpectedVersionError, type AppendResult } from '@kurrent/kurrentdb-client'
import {
  RevisionConflict,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type Position,
  type StreamName,
} from '@concord/event-store'
import type { Connection, KurrentClient } from './connection.js'
import { atLeader, HistoryMissing, type Histories } from './history.js'
import { inTime, isRefusal } from './outage.js'
import { askPatiently } from './patience.js'
import { toPosition, toStored } from './recorded.js'
import { turns } from './turns.js'

/** Some of an append's events are recorded and the last is not, or one is there twice: ids were used for different events. */
export class PartlyRecorded extends Error {
  override readonly name = 'PartlyRecorded'
  constructor(readonly stream: StreamName) {
    super('some of these events are recorded already and others are not: an id was used twice; nothing was recorded')
  }
}

/** The server will not have these events, and would not the next time either. Nothing is recorded. */
export class AppendRefused extends Error {
  override readonly name = 'AppendRefused'
  constructor(cause: unknown) {
    super(`KurrentDB refuses an append: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

/**
 * The client queues what the wire does not take; from the 17th message on a connection that breaks rejects a promise that nobody
 * holds, which ends the process.
 */
const underWay = 12

interface Append {
  readonly stream: StreamName
  readonly expected: ExpectedRevision
  readonly events: readonly NewEvent[]
}

/** An append that is repeated, by its caller or here after an outage, is known by the ids of its events. */
export const appendBy = (connection: Connection, histories: Histories): EventStore['append'] => {
  const inTurn = turns(underWay)
  return async (stream, expected, events) => {
    if (events.length === 0) throw new RangeError('an append holds at least one event')
    if (new Set(events.map(({ id }) => id)).size < events.length) throw new PartlyRecorded(stream)
    const append = { stream, expected, events }
    return inTurn(stream, () => askPatiently(connection, (client) => appendOnce(client, histories, append)))
  }
}

const appendOnce = async (client: KurrentClient, histories: Histories, append: Append): Promise<Position> => {
  const { stream, expected, events } = append
  const before = expected === 'no-stream' ? [] : await histories.idsUpTo(client, stream, expected)
  // The server looks for repeated events only where an append does not fit; where it fits it would record them once more.
  if (events.some(({ id }) => before.includes(id))) return positionOfLast(client, histories, append, new PartlyRecorded(stream))
  const result = await send(client, histories, append)
  if (!result?.success) return positionOfLast(client, histories, append, new RevisionConflict(stream, expected))
  const first = expected === 'no-stream' ? 0n : expected + 1n
  // A stream that was deleted softly takes events as if it were new, and goes on counting where it was.
  if (result.nextExpectedRevision !== first + BigInt(events.length - 1)) throw new HistoryMissing(stream)
  histories.learn(stream, [...before, ...events.map(({ id }) => id)])
  // Of a repeated append the server does not always tell where it stands.
  return result.position ? toPosition(result.position) : positionOfLast(client, histories, append, new HistoryMissing(stream))
}

/** Nothing when the stream is not where the writer expects it. */
const send = async (
  client: KurrentClient,
  { names }: Histories,
  { stream, expected, events }: Append,
): Promise<AppendResult | undefined> => {
  const streamState = expected === 'no-stream' ? NO_STREAM : expected
  try {
    return await inTime(client.appendToStream(names.stored(stream), events.map(toStored), { streamState, ...atLeader }))
  } catch (error) {
    if (error instanceof WrongExpectedVersionError) return undefined
    if (error instanceof StreamDeletedError) throw new HistoryMissing(stream)
    throw isRefusal(error) ? new AppendRefused(error) : error
  }
}

const positionOfLast = async (
  client: KurrentClient,
  histories: Histories,
  { stream, events }: Append,
  otherwise: Error,
): Promise<Position> => {
  const history = await histories.read(client, stream)
  const recorded = history.find(({ id }) => id === events.at(-1)?.id)
  if (recorded === undefined) throw otherwise
  return recorded.position
}
