import type { PublishedEvent } from '@concord/contracts'

/** The topics of the log: one an owner, and only its owner writes it. */
export type Topic = PublishedEvent['context']

/** Where an event stands in its topic's log. The log's own order, not the source's. */
export type Offset = bigint

/** What can be known of a logged event without reading it: enough to keep a person's order and to drop repeats. */
export interface LoggedEvent {
  readonly offset: Offset
  readonly person: PublishedEvent['person']
  /** The source's position; the topic names the source. First appearances in a topic rise. */
  readonly position: bigint
  /** `decodePublished` reads it; whoever cannot read it parks it and goes on. */
  readonly body: string
}

export type LogPage = readonly LoggedEvent[]

/**
 * What crosses contexts. Every adapter passes `publishedLogContract`.
 * A publisher may repeat itself after a crash; consumers drop repeats by the source's (context, position), never by offset.
 */
export interface PublishedLog {
  /** Durable before it resolves. The order of one person's events is kept. */
  publish(topic: Topic, events: readonly PublishedEvent[]): Promise<void>
  /**
   * Every event of a topic after an offset, in the log's order, as it becomes known; ends when the signal aborts. Pages are never empty.
   * `after` is an event's offset, or 0n for all.
   * @throws UnknownOffset when no event of the topic stands there
   */
  subscribe(topic: Topic, after: Offset, signal: AbortSignal): AsyncIterable<LogPage>
  /** How much of a topic comes after an offset: the offset of its last event, and the number of events up to there. */
  ahead(topic: Topic, after: Offset): Promise<Ahead>
}

export interface Ahead {
  readonly head: Offset
  readonly events: number
}

/** A consumer remembers an offset where no event stands. */
export class UnknownOffset extends Error {
  override readonly name = 'UnknownOffset'
  constructor(
    readonly topic: Topic,
    readonly offset: Offset,
  ) {
    super(
      `no event of ${topic} stands at offset ${offset}: the log was restored from an older copy, or the checkpoint belongs to another log; ` +
        'rebuild what this consumer keeps, from offset 0',
    )
  }
}
