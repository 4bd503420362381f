import type { Kafka, Message } from 'kafkajs'
import type { ContextName, PublishedEvent } from '@concord/contracts'
import type { SigningKeys } from '@concord/event-signing'
import type { Topic } from '@concord/published-log'
import type { Partitions } from './partitions.js'
import { publisher } from './publisher.js'
import type { Names } from './topic-names.js'
import { messageOf, sourceReadMessage } from './wire.js'

export interface Publishing {
  readonly kafka: Kafka
  readonly names: Names
  readonly partitions: Partitions
  /** Of the contexts that publish from this process. */
  readonly signWith: Partial<Readonly<Record<ContextName, SigningKeys>>>
}

/** Publishes signed events, and tells the partitions that get none of them how far the source was read. */
export const publishing = ({ kafka, names, partitions, signWith }: Publishing) => {
  const publishers = new Map<Topic, ReturnType<typeof publisher>>()
  const publisherOf = (topic: Topic) => {
    const known = publishers.get(topic) ?? publisher(kafka, names.topic(topic))
    publishers.set(topic, known)
    return known
  }
  const placed = (topic: Topic, events: readonly PublishedEvent[]) =>
    Promise.all(events.map(async (event) => ({ event, partition: (await partitions.placeOf(topic, event.person)).partition })))

  return {
    publish: async (topic: Topic, events: readonly PublishedEvent[], sourceRead: bigint): Promise<void> => {
      const key = signWith[topic]?.current()
      if (!key) throw new TypeError(`this process has no key to sign what ${topic} publishes`)
      const sent = await placed(topic, events)
      const reached = new Map(sent.map(({ event: { position }, partition }) => [partition, position]))
      const behind = (await partitions.places([topic])).filter(({ partition }) => (reached.get(partition) ?? 0n) < sourceRead)
      await publisherOf(topic).send([
        ...sent.map(async ({ event, partition }) => ({ ...(await messageOf(event, key)), partition })),
        ...news(behind, () => sourceReadMessage(topic, sourceRead, key)),
      ])
    },
    close: async (): Promise<void> => {
      await Promise.all([...publishers.values()].map((one) => one.close()))
    },
  }
}

/** The same message for many partitions, signed once. */
const news = (places: readonly { readonly partition: number }[], make: () => Promise<Message>): readonly Promise<Message>[] => {
  if (places.length === 0) return []
  const message = make()
  return places.map(async ({ partition }) => ({ ...(await message), partition }))
}
