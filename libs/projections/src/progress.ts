import { setTimeout as sleep } from 'node:timers/promises'
import type { Position } from '@concord/event-store'
import type { Offset, RelayProgress, Topic } from '@concord/published-log'
import { loadCheckpoint, type Projection } from './projection.js'

export interface TopicProgress {
  readonly topic: Topic
  /** The source's position up to which all events are applied, or parked. */
  readonly position: Position
  readonly offset: Offset
  readonly head: Offset
  /** Events that the log holds and the projection has not applied. */
  readonly lag: number
}

export const progressOf = (projection: Projection): Promise<TopicProgress[]> =>
  Promise.all(
    projection.topics.map(async (topic) => {
      const { offset, position } = await loadCheckpoint(projection, topic)
      const { head, events } = await projection.log.ahead(topic, offset)
      return { topic, position, offset, head, lag: events }
    }),
  )

/** What a caller waits for: a position that a command of a context answered with. */
export interface Awaited {
  readonly context: Topic
  readonly position: Position
  /** How far the context's relay has come: tells that nothing public is missing below a position that stays private. */
  readonly relayed: () => Promise<RelayProgress>
}

const lookAgainAfterMilliseconds = 5

/**
 * True as soon as all that the context made public up to a position is applied (or parked); false when that takes too long.
 * It is when something at or after the position is applied, or when the relay has passed it and the last event that the relay
 * had published by then is applied.
 */
export const waitFor = async (projection: Projection, { context, position, relayed }: Awaited, milliseconds: number): Promise<boolean> => {
  const end = performance.now() + milliseconds
  for (;;) {
    const applied = await loadCheckpoint(projection, context)
    if (applied.position >= position) return true
    const relay = await relayed()
    if (relay.position >= position && applied.position >= relay.published) return true
    if (performance.now() >= end) return false
    await sleep(lookAgainAfterMilliseconds)
  }
}
