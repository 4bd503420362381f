import { setTimeout as sleep } from 'node:timers/promises'
import type { Position } from '@concord/event-store'
import { coalesce } from '@concord/postgres'
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

/** Waits until all that a context made public up to a position is applied, or parked; false when that takes too long. */
export type WaitFor = (context: Topic, position: Position, milliseconds: number) => Promise<boolean>

const lookAgainAfterMilliseconds = 5
const looksInGroup = 1_000

/**
 * However many wait, one look at a time is under way for all of them, so that waiting never keeps what they wait for from happening.
 * A wait is over when something at or after the position is applied, or when the relay has passed it and the last event that it had
 * published by then is applied: a position may be one that stays private.
 *
 * @param relayed how far a context's relay has come
 */
export const waiterFor = (projection: Projection, relayed: (context: Topic) => Promise<RelayProgress>): WaitFor => {
  // Applied first: what the relay had published by then is then surely no older.
  const lookAt = async (context: Topic) => {
    const applied = await loadCheckpoint(projection, context)
    return [context, { applied: applied.position, relay: await relayed(context) }] as const
  }
  const look = coalesce<Topic, Standing>({
    lanes: 1,
    most: looksInGroup,
    send: async (contexts) => {
      const standings = new Map(await Promise.all([...new Set(contexts)].map(lookAt)))
      return contexts.map((context) => standings.get(context) ?? new Error(`nobody looked at ${context}`))
    },
  })
  return async (context, position, milliseconds) => {
    const end = performance.now() + milliseconds
    for (;;) {
      const { applied, relay } = await look(context)
      if (applied >= position || (relay.position >= position && applied >= relay.published)) return true
      if (performance.now() >= end) return false
      await sleep(lookAgainAfterMilliseconds)
    }
  }
}

interface Standing {
  readonly applied: Position
  readonly relay: RelayProgress
}
