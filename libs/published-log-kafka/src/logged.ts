import { hash } from 'node:crypto'
import type { KafkaMessage } from 'kafkajs'
import { personId, UnreadableEvent } from '@concord/contracts'
import type { PublicKeys } from '@concord/event-signing'
import type { LoggedEvent, LogPage, Offset, Place } from '@concord/published-log'
import { cloudEventOf, textOf } from './binary-mode.js'
import type { MessagesOf } from './member.js'
import { claimOf, isSourceRead, sourceReadIn } from './wire.js'

/** What a place's messages are to a follower that has come so far. */
export const pageOf = async (place: Place, after: Offset, batch: MessagesOf, keys: PublicKeys): Promise<LogPage> => {
  const events: LoggedEvent[] = []
  let sourceRead = 0n
  for (const message of batch.messages) {
    const read = await sourceReadOf(place, message, keys)
    if (read === undefined) events.push(logged(place, message))
    else sourceRead = read
  }
  return { ...place, after, offset: BigInt(batch.lastOffset()) + 1n, events, sourceRead }
}

/** Undefined for an event, and for what cannot be read. */
const sourceReadOf = async ({ topic }: Place, message: KafkaMessage, keys: PublicKeys): Promise<bigint | undefined> => {
  const event = cloudEventOf(message)
  if (!isSourceRead(event)) return undefined
  try {
    return await sourceReadIn(event, topic, keys)
  } catch (error) {
    if (!(error instanceof UnreadableEvent)) throw error
    return undefined
  }
}

const logged = (place: Place, message: KafkaMessage): LoggedEvent => {
  const event = cloudEventOf(message)
  const { position } = claimOf(event)
  const person = personId.safeParse(message.key?.toString()).data ?? nobody(place, message)
  return { offset: BigInt(message.offset) + 1n, person, position, body: textOf(event) }
}

/** A message that is about nobody can be parked like any other, and nobody waits behind it. */
const nobody = ({ topic, partition }: Place, { offset }: KafkaMessage): LoggedEvent['person'] =>
  personId.parse(hash('sha256', `${topic} ${partition} ${offset}`).slice(0, 32))
