/** `<thing>-<identity>`: everything one consistency boundary ever recorded, in order. */
export type StreamName = `${string}-${string}`

/** Counts the events of one stream from 0. */
export type Revision = bigint

/**
 * Where an event stands among all events of the store. Grows, with gaps, in exactly the order in which subscribers see events;
 * it never depends on which writer committed first.
 */
export type Position = bigint

/** What a writer believes about a stream. Never optional: who does not know has not read. */
export type ExpectedRevision = 'no-stream' | Revision

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Who asked, and through which request: stored with every event. No personal data. */
export interface Cause {
  /** Names the command. The same id in the same stream is the same command: it is not decided again. UUID or a caller's Idempotency-Key. */
  readonly commandId: string
  /** The system or staff member that asked, as the token names it. */
  readonly by: string
  readonly correlationId: string
  /** Digest of the command's content; tells a repetition from another command that reuses an id. */
  readonly digest: string
  /** W3C traceparent of the request, when it is traced. Tells where to look, and nothing of what was decided. */
  readonly trace?: string
}

export interface NewEvent {
  /** UUID, made from the command's id and the event's place in it, so that a repeated append is known as one. */
  readonly id: string
  /** A stored name is for ever. */
  readonly type: string
  readonly data: Json
  readonly cause: Cause
}

export interface RecordedEvent extends NewEvent {
  readonly stream: StreamName
  readonly revision: Revision
  readonly position: Position
  /** ISO instant of the store's clock, UTC. */
  readonly recordedAt: string
}

/** What a subscriber receives: some events in order. Pages are never empty. */
export type EventPage = readonly RecordedEvent[]

/**
 * The one port for what a context remembers. Every adapter passes `eventStoreContract`.
 */
export interface EventStore {
  /** The stream's events from the first; none when there is no such stream. */
  read(stream: StreamName): AsyncIterable<RecordedEvent>
  /**
   * Records all events or none, durably, before it resolves to the last one's position.
   * Events whose ids the stream holds already are not recorded again, whatever is expected: the answer is the last one's position.
   * @throws RevisionConflict when the stream is not at `expected`
   */
  append(stream: StreamName, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Position>
  /**
   * Every event after a position, each exactly once, in the order of positions, as it becomes known; ends when the signal aborts.
   * `after` is an event's position, or 0n for all.
   * @throws UnknownPosition when no event stands there
   */
  subscribe(after: Position, signal: AbortSignal): AsyncIterable<EventPage>
}

/** Someone else wrote to the stream first. Read again and decide again. */
export class RevisionConflict extends Error {
  override readonly name = 'RevisionConflict'
  constructor(
    readonly stream: StreamName,
    readonly expected: ExpectedRevision,
  ) {
    super(`stream is no longer at revision ${expected}`)
  }
}

/**
 * The store is out of reach, and has been for as long as it is worth waiting for. What was asked last may be recorded all the same;
 * asked again it is known by the ids of its events.
 */
export class EventStoreUnavailable extends Error {
  override readonly name = 'EventStoreUnavailable'
}

/** A subscriber remembers a position where no event stands. */
export class UnknownPosition extends Error {
  override readonly name = 'UnknownPosition'
  constructor(readonly position: Position) {
    super(
      `no event stands at position ${position}: the store was restored from an older copy, or the checkpoint belongs to another store; ` +
        'rebuild what this subscriber keeps, from position 0',
    )
  }
}
