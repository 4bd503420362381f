import { UnreadableEvent } from '@concord/contracts'
import type { LoggedEvent, Topic } from '@concord/published-log'
import type { Incoming } from './apply-or-park.js'
import type { Projection } from './projection.js'

/** Reading comes before anything that an event says of itself is believed. */
export const incoming = async (
  { log }: Projection,
  topic: Topic,
  logged: Pick<LoggedEvent, 'person' | 'position' | 'body'>,
): Promise<Incoming> => {
  const { person, position, body } = logged
  try {
    return { topic, person, position, body, event: await log.read(topic, logged) }
  } catch (error) {
    if (!(error instanceof UnreadableEvent)) throw error
    return { topic, person, position, body, event: error }
  }
}
