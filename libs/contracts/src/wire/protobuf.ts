import { toBinary } from '@bufbuild/protobuf'
import type { PublishedEvent } from '../published-event.js'
import { type EncodedMessage, messageIn } from './encoded-message.js'
import { translationOf } from './message-translation.js'
import { contracts, publishedMessages } from './published-messages.js'
import { contractBroken, UnreadableEvent } from './unreadable-event.js'

type ContentOf<Event> = Event extends PublishedEvent ? Pick<Event, 'context' | 'type' | 'data'> : never
/** A published event without its envelope: who says what. */
export type EventContent = ContentOf<PublishedEvent>

/** @throws TypeError when the event has not the form of its message: contract and message have come apart */
export const toProtobuf = ({ context, type: event, data }: EventContent): EncodedMessage => {
  const type = `${contracts[context].file.proto.package}.${event}`
  const desc = publishedMessages.get(type)?.desc
  if (!desc) throw new TypeError(`${type} has no message: add it to the context's events.proto`)
  return { type, data: toBinary(desc, translationOf(desc).toMessage(data)) }
}

/** @throws UnreadableEvent when this is not an event this version knows: the consumer parks it */
export const fromProtobuf = (type: string, data: Uint8Array): EventContent => {
  const published = publishedMessages.get(type)
  if (!published) throw new UnreadableEvent(`${told(type)} is no event that this version knows; a newer one may know it`)
  const { context, event, desc, schema, silence } = published
  const read = { ...silence, ...translationOf(desc).fromMessage(messageIn(desc, data)) }
  const checked = schema.safeParse(read)
  if (checked.success) return { context, type: event, data: checked.data } as EventContent
  throw contractBroken(type, checked.error)
}

/** Whatever else somebody wrote where a name belongs is not repeated. */
const told = (type: string): string => (/^concord(\.[a-z_]+)+\.v\d\.[A-Za-z]+$/.test(type) ? type : 'what was received')
