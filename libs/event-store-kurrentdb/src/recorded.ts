import {
  jsonEvent,
  type EventData,
  type JSONType,
  type Position as KurrentPosition,
  type RecordedEvent as Stored,
} from '@kurrent/kurrentdb-client'
import type { Cause, Json, NewEvent, Position, RecordedEvent } from '@concord/event-store'
import type { StreamNames } from './stream-names.js'

/** Someone else wrote into this context's streams, or a server keeps what this adapter does not understand. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent'
  constructor(what: string) {
    super(`an event in KurrentDB was not written by this store: ${what}`)
  }
}

export const toStored = ({ id, type, data, cause }: NewEvent): EventData =>
  // The client names the JSON that is usual; it writes any.
  jsonEvent({ id, type, data: data as JSONType, metadata: { ...cause } })

/** @throws UnreadableEvent */
export const toRecorded = (stored: Stored, names: StreamNames): RecordedEvent => {
  const stream = names.own(stored.streamId)
  if (stream === undefined) throw new UnreadableEvent('its stream belongs to someone else')
  if (!stored.isJson) throw new UnreadableEvent('it is not JSON')
  return {
    id: stored.id,
    type: stored.type,
    data: stored.data as Json,
    cause: toCause(stored.metadata),
    stream,
    revision: stored.revision,
    position: toPosition(stored.position),
    recordedAt: stored.created.toISOString(),
  }
}

/**
 * An event's place in the log. The server keeps two numbers, which differ only for events of transactions that its old TCP
 * protocol left open: every event that came over gRPC commits itself, so that both are the byte where it begins.
 */
export const toPosition = (position: KurrentPosition | undefined): Position => {
  if (position === undefined || position.commit === noPosition)
    throw new UnreadableEvent('the server tells no positions; it must be 22.6 or newer')
  if (position.commit !== position.prepare) throw new UnreadableEvent('it is part of a transaction of the old TCP protocol')
  return position.commit
}

export const toKurrent = (position: Position): KurrentPosition => ({ commit: position, prepare: position })

/** What an older server sends for the position of an event that is read from its stream. */
const noPosition = 2n ** 64n - 1n

const toCause = (metadata: unknown): Cause => {
  const { commandId, by, correlationId, digest, trace } = (metadata ?? {}) as Readonly<Record<string, unknown>>
  if (typeof commandId === 'string' && typeof by === 'string' && typeof correlationId === 'string' && typeof digest === 'string')
    return { commandId, by, correlationId, digest, ...(typeof trace === 'string' && { trace }) }
  throw new UnreadableEvent('it has no cause')
}
