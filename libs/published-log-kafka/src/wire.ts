import type { Message } from 'kafkajs'
import { z } from 'zod'
import {
  type ContextName,
  decodeSourceRead,
  encodeSourceRead,
  type EncodedMessage,
  fromProtobuf,
  lastPosition,
  personId,
  publishedEvent,
  type PublishedEvent,
  sourceReadType,
  toProtobuf,
  UnreadableEvent,
} from '@concord/contracts'
import { type CloudEvent, type PublicKeys, sign, type SigningKey, verify } from '@concord/event-signing'
import { headersOf } from './binary-mode.js'

/** Who says it, as CloudEvents name a source. */
const sourceOf = (context: ContextName): string => `/concord/${context}`

/** Positions that sort as text as they do as numbers. */
const sequenceOf = (position: bigint): string => position.toString().padStart(20, '0')

/** Undefined for what `sequenceOf` never gives. */
const positionIn = (sequence: string | undefined): bigint | undefined =>
  sequence !== undefined && /^\d{20}$/.test(sequence) && BigInt(sequence) <= lastPosition ? BigInt(sequence) : undefined

/** Flags and grades about a person, nothing that names one: 敏感个人信息. */
const classification = 'sensitive-personal'

/** An event as it stands in its agency's topic: CloudEvents 1.0 in Kafka's binary mode, keyed by person, signed by the agency. */
export const messageOf = async (event: PublishedEvent, key: SigningKey): Promise<Message> => {
  const { id, context, person, position, recordedAt, correlationId, trace } = event
  return message(
    person,
    await sign(
      cloudEvent(toProtobuf(event), {
        id,
        source: sourceOf(context),
        time: wholeSeconds(recordedAt),
        partitionkey: person,
        recordedtime: recordedAt,
        sequence: sequenceOf(position),
        correlationid: correlationId,
        dataclassification: classification,
        ...(trace !== undefined && { traceparent: trace }),
      }),
      key,
    ),
  )
}

/** About nobody: the source was read up to here. */
export const sourceReadMessage = async (context: ContextName, position: bigint, key: SigningKey): Promise<Message> => {
  const sequence = sequenceOf(position)
  const attributes = { id: `source-read-${sequence}`, source: sourceOf(context), sequence, dataclassification: 'internal' }
  return message(null, await sign(cloudEvent(encodeSourceRead(position), attributes), key))
}

/** The type of what stands there, as far as it says so itself. */
export const isSourceRead = ({ attributes }: CloudEvent): boolean => attributes['type'] === sourceReadType

/** What a message says of itself before anybody has looked at its signature. */
export const claimOf = ({ attributes }: CloudEvent): { readonly person: string | undefined; readonly position: bigint } => ({
  person: personId.safeParse(attributes['partitionkey']).data,
  position: positionIn(attributes['sequence']) ?? 0n,
})

/** @throws UnreadableEvent */
export const eventIn = async (signed: CloudEvent, context: ContextName, keys: PublicKeys): Promise<PublishedEvent> => {
  const { attributes, data } = await verified(signed, context, keys)
  const { partitionkey: person, recordedtime: recordedAt, correlationid: correlationId, traceparent } = attributes
  const content = fromProtobuf(attributes['type'] ?? '', data)
  if (content.context !== context) throw new UnreadableEvent(`${content.type} is no event of ${context}`)
  const envelope = {
    id: attributes['id'],
    person,
    position: positionIn(attributes['sequence']),
    recordedAt,
    correlationId,
    ...(traceparent !== undefined && { trace: traceparent }),
  }
  const read = publishedEvent.safeParse({ ...envelope, ...content })
  if (!read.success) throw new UnreadableEvent(`its attributes do not fit: ${z.prettifyError(read.error)}`)
  return read.data
}

/** @throws UnreadableEvent */
export const sourceReadIn = async (signed: CloudEvent, context: ContextName, keys: PublicKeys): Promise<bigint> =>
  decodeSourceRead((await verified(signed, context, keys)).data)

const verified = async (signed: CloudEvent, context: ContextName, keys: PublicKeys): Promise<CloudEvent> => {
  if (signed.attributes['specversion'] !== '1.0') throw new UnreadableEvent('it is no CloudEvent of version 1.0')
  if (signed.attributes['source'] !== sourceOf(context)) throw new UnreadableEvent(`it does not come from ${context}, who owns the topic`)
  const read = await verify(signed, keys)
  if (!read.valid) throw new UnreadableEvent(read.why)
  return read.event
}

const cloudEvent = ({ type, data }: EncodedMessage, attributes: CloudEvent['attributes']): CloudEvent => ({
  attributes: { specversion: '1.0', type, datacontenttype: 'application/protobuf', ...attributes },
  data,
})

const message = (key: string | null, event: CloudEvent): Message => ({ key, value: Buffer.from(event.data), headers: headersOf(event) })

/** Signatures hold for whole seconds, since not everyone keeps more; `recordedtime` is exact. */
const wholeSeconds = (instant: string): string => `${new Date(instant).toISOString().slice(0, 19)}Z`
