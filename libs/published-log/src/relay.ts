import type { PublishedEvent } from '@concord/contracts'
import type { EventStore, Position, RecordedEvent } from '@concord/event-store'
import type { PublishedLog, Topic } from './published-log.js'

export interface RelayProgress {
  /** All events of the store up to here are on the log, unless they stay private. 0n before the first. */
  readonly position: Position
  /** The last of them that is on the log: whoever has applied it has applied all that is public up to `position`. */
  readonly published: Position
}

/** Remembers durably how far one context's relay has come. */
export interface RelayCheckpoint {
  load(): Promise<RelayProgress>
  /** @throws CheckpointMoved when the checkpoint is not at `from` any more */
  move(from: RelayProgress, to: RelayProgress): Promise<void>
}

/** Another process does this work too. One of the two goes on; the other stops here. */
export class CheckpointMoved extends Error {
  override readonly name = 'CheckpointMoved'
  constructor(readonly checkpoint: string) {
    super(`the checkpoint of ${checkpoint} was moved by another process; run it once`)
  }
}

export interface Relay {
  readonly store: EventStore
  readonly log: PublishedLog
  readonly topic: Topic
  /** What the others are told; nothing for an event that stays private. Pure: a repeated event gives the same. */
  readonly translate: (event: RecordedEvent) => PublishedEvent | undefined
  readonly checkpoint: RelayCheckpoint
}

/**
 * Publishes what a context records, until the signal aborts. The store is the outbox. The checkpoint moves after the log has the
 * events: a crash in between repeats them and never loses one.
 */
export const relay = async ({ store, log, topic, translate, checkpoint }: Relay, signal: AbortSignal): Promise<void> => {
  let at = await checkpoint.load()
  for await (const page of store.subscribe(at.position, signal)) {
    const events = page.map(translate).filter((event) => event !== undefined)
    if (events.length > 0) await log.publish(topic, events)
    const next = { position: page.at(-1)?.position ?? at.position, published: events.at(-1)?.position ?? at.published }
    await checkpoint.move(at, next)
    at = next
  }
}

/** For specifications. */
export const inMemoryRelayCheckpoint = (): RelayCheckpoint => {
  let at: RelayProgress = { position: 0n, published: 0n }
  return {
    load: () => Promise.resolve(at),
    move: (from, to) => {
      if (from.position !== at.position) return Promise.reject(new CheckpointMoved('relay'))
      at = to
      return Promise.resolve()
    },
  }
}
