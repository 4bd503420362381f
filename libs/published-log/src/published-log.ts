import type { PublishedEvent } from '@concord/contracts'

/** The topics of the log: one an owner, and only its owner writes it. */
export type Topic = PublishedEvent['context']

/** A topic may be split. A person stands in the same partition of every topic. Partitions are counted from 0. */
export interface Place {
  readonly topic: Topic
  readonly partition: number
}

/** Where an entry stands in its place's log, from 1. The log's own order, not the source's. */
export type Offset = bigint

/** An event as it lies on the log. What it says of itself is to be believed only once `read` has given it. */
export interface LoggedEvent {
  readonly offset: Offset
  readonly person: PublishedEvent['person']
  /** The source's position, or 0n where that cannot be read; the topic names the source. First appearances in a place rise. */
  readonly position: bigint
  readonly body: string
}

/** What stands in a place after one offset, up to another. Never empty of both events and news of the source. */
export interface LogPage extends Place {
  readonly after: Offset
  readonly offset: Offset
  readonly events: readonly LoggedEvent[]
  /** Everything that the source published up to this position stands here or before, as far as this place concerns it. 0n when the page does not tell. */
  readonly sourceRead: bigint
}

/** Whoever keeps something up to date from the log. */
export interface Follower {
  /** Followers of one group share the places among them, in whatever process they are; without one each follows all places. */
  readonly group?: string
  /** Where to go on in a place; asked whenever it comes to this follower. 0n from the first. */
  readonly begin: (place: Place) => Promise<Offset>
  /** Called for one page after the other. @returns where to go on: at the page's end, or where somebody else has come to meanwhile */
  readonly take: (page: LogPage) => Promise<Offset>
}

/**
 * What crosses contexts. Every adapter passes `publishedLogContract`.
 * A publisher may repeat itself after a crash; consumers drop repeats by the source's (context, position), never by offset.
 */
export interface PublishedLog {
  /**
   * Durable before it resolves. The order of one person's events is kept. `sourceRead` tells followers that the source holds nothing
   * else for them up to there.
   */
  publish(topic: Topic, events: readonly PublishedEvent[], sourceRead: bigint): Promise<void>
  /**
   * Gives a follower all that its places hold, each in order, as it becomes known, until the signal aborts.
   * @throws UnknownOffset when the follower begins where no entry stands, and what the follower throws
   */
  follow(topics: readonly Topic[], follower: Follower, signal: AbortSignal): Promise<void>
  /** @throws UnreadableEvent of the contracts, when it is not an event of this topic's owner that this version knows: the consumer parks it and goes on */
  read(topic: Topic, event: Pick<LoggedEvent, 'person' | 'body'>): Promise<PublishedEvent>
  places(topics: readonly Topic[]): Promise<readonly Place[]>
  placeOf(topic: Topic, person: PublishedEvent['person']): Promise<Place>
  /** How much of a place comes after an offset: the offset of its last entry, and the number of entries up to there. */
  ahead(place: Place, after: Offset): Promise<Ahead>
}

export interface Ahead {
  readonly head: Offset
  readonly entries: number
}

/** A consumer remembers an offset where no entry stands. */
export class UnknownOffset extends Error {
  override readonly name = 'UnknownOffset'
  constructor({ topic, partition }: Place, offset: Offset) {
    super(
      `nothing stands at offset ${offset} of ${topic}, partition ${partition}: the log was restored from an older copy, or the checkpoint ` +
        'belongs to another log; rebuild what this consumer keeps, from offset 0',
    )
  }
}
