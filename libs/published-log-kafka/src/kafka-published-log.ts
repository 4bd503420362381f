import type { Kafka } from 'kafkajs'
import { type ContextName, UnreadableEvent } from '@concord/contracts'
import type { PublicKeys, SigningKeys } from '@concord/event-signing'
import type { PublishedLog, Topic } from '@concord/published-log'
import { cloudEventFrom } from './binary-mode.js'
import { consume } from './consuming.js'
import { pageOf } from './logged.js'
import type { Membership } from './member.js'
import { partitionsOf } from './partitions.js'
import { publishing } from './publishing.js'
import { namesWith } from './topic-names.js'
import { eventIn } from './wire.js'

export interface KafkaPublishedLogSettings {
  readonly kafka: Kafka
  /** Of the contexts that publish from this process. */
  readonly signWith: Partial<Readonly<Record<ContextName, SigningKeys>>>
  /** Before the names of all topics and groups, where several logs share a broker; nothing when not said. */
  readonly prefix?: string
  /** Of the contexts whose topics this process reads. */
  readonly keysOf: Partial<Readonly<Record<ContextName, PublicKeys>>>
}

export interface KafkaPublishedLog extends PublishedLog {
  readonly close: () => Promise<void>
}

/** The published log on Apache Kafka, one topic an agency. The topics are there already: `npm run topics:apply`. */
export const kafkaPublishedLog = async ({
  kafka,
  signWith,
  keysOf,
  prefix = '',
}: KafkaPublishedLogSettings): Promise<KafkaPublishedLog> => {
  const admin = kafka.admin()
  await admin.connect()
  const names = namesWith(prefix)
  const partitions = partitionsOf(admin, names)
  const ofOwner = (topic: Topic): PublicKeys => keysOf[topic] ?? nobodys
  const { publish, close } = publishing({ kafka, names, partitions, signWith })
  return {
    publish,
    follow: (topics, follower, signal) => {
      const membership: Membership = {
        names,
        follower,
        partitions,
        pageOf: (place, batch) => pageOf(place, batch.messages, BigInt(batch.lastOffset()) + 1n, ofOwner(place.topic)),
      }
      return consume({ kafka, topics, ...membership }, signal)
    },
    read: async (topic, { person, body }) => {
      const event = await eventIn(cloudEventFrom(body), topic, ofOwner(topic))
      if (event.person !== person) throw new UnreadableEvent('its key is not the person that it is about')
      return event
    },
    places: partitions.places,
    placeOf: partitions.placeOf,
    ahead: partitions.ahead,
    close: async () => {
      await close()
      await admin.disconnect()
    },
  }
}

/** What is signed with a key that nobody told of cannot be read. */
const nobodys: PublicKeys = () => Promise.resolve(undefined)
