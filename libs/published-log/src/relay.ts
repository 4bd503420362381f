import type { PublishedEvent } from '@concord/contracts'
import type { EventStore, Position, RecordedEvent } from '@concord/event-store'
import type { PublishedLog, Topic } from './published-log.js'

/** Remembers durably up to which position of its store one context's relay has come; 0n before the first event. */
export interface RelayCheckpoint {
  load(): Promise<Position>
  /** @throws CheckpointMoved when the checkpoint is not at `from` any more */
  move(from: Position, to: Position): Promise<void>
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
  for await (const page of store.subscribe(at, signal)) {
    const next = page.at(-1)?.position ?? at
    const events = page.map(translate).filter((event) => event !== undefined)
    await log.publish(topic, events, next)
    await checkpoint.move(at, next)
    at = next
  }
}

/** For specifications. */
export const inMemoryRelayCheckpoint = (): RelayCheckpoint => {
  let at: Position = 0n
  return {
    load: () => Promise.resolve(at),
    move: (from, to) => {
      if (from !== at) return Promise.reject(new CheckpointMoved('relay'))
      at = to
      return Promise.resolve()
    },
  }
}
