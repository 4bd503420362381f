import { type ContextName, type PublishedEvent, UnreadableEvent } from '@concord/contracts'
import type { PublicKeys, SigningKeys } from '@concord/event-signing'
import { faultIn, type KafkaSettings, openKafka } from '@concord/kafka'
import type { LoggedEvent, Offset, Place, PublishedLog, Topic } from '@concord/published-log'
import { cloudEventFrom } from './binary-mode.js'
import { consume } from './consuming.js'
import { pageOf } from './logged.js'
import type { MessagesOf } from './member.js'
import { partitionsOf } from './partitions.js'
import { publishing } from './publishing.js'
import { namesWith } from './topic-names.js'
import { eventIn } from './wire.js'

export interface KafkaPublishedLogSettings {
  readonly settings: KafkaSettings
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

/**
 * The published log on Apache Kafka, one topic an agency. The topics are there already: `npm run topics:apply`.
 * What it does may throw a KafkaFault beside what the port says.
 */
export const kafkaPublishedLog = async ({
  settings,
  signWith,
  keysOf,
  prefix = '',
}: KafkaPublishedLogSettings): Promise<KafkaPublishedLog> => {
  const kafka = openKafka(settings)
  const admin = kafka.admin()
  const inWords = (error: unknown): never => {
    throw faultIn(error, settings) ?? error
  }
  await admin.connect().catch(inWords)
  const names = namesWith(prefix)
  const partitions = partitionsOf(admin, names, inWords)
  const ofOwner = (topic: Topic): PublicKeys => keysOf[topic] ?? nobodys
  const { publish, close } = publishing({ kafka, names, partitions, signWith })
  const membership = {
    names,
    partitions,
    pageOf: (place: Place, after: Offset, batch: MessagesOf) => pageOf(place, after, batch, ofOwner(place.topic)),
    warn: settings.warn ?? (() => {}),
  }
  return {
    publish: (topic, events, sourceRead) => publish(topic, events, sourceRead).catch(inWords),
    follow: (topics, follower, signal) => consume({ kafka, topics, inWords, follower, ...membership }, signal),
    read: (topic, event) => read(topic, event, ofOwner(topic)),
    places: partitions.places,
    placeOf: partitions.placeOf,
    ahead: partitions.ahead,
    close: async () => {
      await close()
      await admin.disconnect()
    },
  }
}

const read = async (topic: Topic, { person, body }: Pick<LoggedEvent, 'person' | 'body'>, keys: PublicKeys): Promise<PublishedEvent> => {
  const event = await eventIn(cloudEventFrom(body), topic, keys)
  if (event.person !== person) throw new UnreadableEvent('its key is not the person that it is about')
  return event
}

/** What is signed with a key that nobody told of cannot be read. */
const nobodys: PublicKeys = () => Promise.resolve(undefined)
