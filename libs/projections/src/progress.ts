import { setTimeout as sleep } from 'node:timers/promises'
import type { Position } from '@concord/event-store'
import type { PersonId } from '@concord/identity'
import { coalesce } from '@concord/postgres'
import type { Offset, Place, Topic } from '@concord/published-log'
import { type Checkpoint, loadCheckpoints, noCheckpoint, placeName, type Projection } from './projection.js'

export interface PlaceProgress extends Place {
  /** The source's position up to which all events of this place are applied, or parked. */
  readonly position: Position
  readonly offset: Offset
  readonly head: Offset
  /** Entries that the log holds and the projection has not applied. */
  readonly lag: number
  /** When the last event applied here was recorded by its source; nothing before the first. */
  readonly recordedAt: Date | undefined
}

export const progressOf = async (projection: Projection): Promise<PlaceProgress[]> => {
  const checkpoints = await loadCheckpoints(projection)
  const places = await projection.log.places(projection.topics)
  return Promise.all(
    places.map(async (place) => {
      const { offset, position, recordedAt } = checkpoints.get(placeName(place)) ?? noCheckpoint
      const { head, entries } = await projection.log.ahead(place, offset)
      return { ...place, position, offset, head, lag: entries, recordedAt }
    }),
  )
}

/** What a context recorded about a person, up to a position. */
export interface Awaited {
  readonly person: PersonId
  readonly context: Topic
  readonly position: Position
}

/** Waits until all of it that is public is applied, or parked; false when that takes too long. */
export type WaitFor = (awaited: Awaited, milliseconds: number) => Promise<boolean>

const lookAgainAfterMilliseconds = 5
const looksInGroup = 1_000

/**
 * However many wait, one look at a time is under way for all of them, so that waiting never keeps what they wait for from happening.
 * A position may be one that stays private: the log tells how far each source was read.
 */
export const waiterFor = (projection: Projection): WaitFor => {
  const look = coalesce<Place, Checkpoint>({
    lanes: 1,
    most: looksInGroup,
    send: async (places) => {
      const checkpoints = await loadCheckpoints(projection)
      return places.map((place) => checkpoints.get(placeName(place)) ?? noCheckpoint)
    },
  })
  return async ({ person, context, position }, milliseconds) => {
    const place = await projection.log.placeOf(context, person)
    const end = performance.now() + milliseconds
    for (;;) {
      if ((await look(place)).position >= position) return true
      if (performance.now() >= end) return false
      await sleep(lookAgainAfterMilliseconds)
    }
  }
}
