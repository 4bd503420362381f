import type { IHeaders, KafkaMessage } from 'kafkajs'
import { z } from 'zod'
import type { CloudEvent } from '@concord/event-signing'

/** CloudEvents Kafka protocol binding, binary content mode: each attribute a header, the data the value. */
export const headersOf = ({ attributes }: CloudEvent): IHeaders => {
  const headers: IHeaders = {}
  for (const [name, value] of Object.entries(attributes)) headers[name === 'datacontenttype' ? 'content-type' : `ce_${name}`] = value
  return headers
}

/** What stands in a message, whoever put it there. */
export const cloudEventOf = ({ headers = {}, value }: Pick<KafkaMessage, 'headers' | 'value'>): CloudEvent => {
  const attributes = Object.entries(headers).flatMap(([name, held]) => {
    const attribute = attributeOf(name)
    return attribute === undefined ? [] : [[attribute, textIn(held)] as const]
  })
  return { attributes: Object.fromEntries(attributes), data: value ?? new Uint8Array() }
}

const attributeOf = (header: string): string | undefined => {
  if (header === 'content-type') return 'datacontenttype'
  return header.startsWith('ce_') ? header.slice('ce_'.length) : undefined
}

const textIn = (held: IHeaders[string]): string => (Array.isArray(held) ? held[0] : held)?.toString() ?? ''

const kept = z.object({ attributes: z.record(z.string(), z.string()), data: z.base64() })

/** A message as text, for whoever keeps it until it can be read. */
export const textOf = ({ attributes, data }: CloudEvent): string =>
  JSON.stringify({ attributes, data: Buffer.from(data).toString('base64') })

export const cloudEventFrom = (text: string): CloudEvent => {
  const { attributes, data } = kept.parse(JSON.parse(text))
  return { attributes, data: Buffer.from(data, 'base64') }
}
