import type { Admin, PartitionMetadata } from 'kafkajs'
import pRetry from 'p-retry'
import { Partitioners } from '@concord/kafka'
import type { Ahead, Offset, Place, Topic } from '@concord/published-log'
import type { Names } from './topic-names.js'

/** Entries of the log are counted from 1, Kafka counts from 0: an entry's offset is Kafka's offset of the next. */
export interface Bounds {
  /** Everything up to here is gone. */
  readonly low: Offset
  readonly high: Offset
}

/** What the broker knows of topics. */
export const partitionsOf = (admin: Admin, names: Names, inWords: (error: unknown) => never) => {
  const all = new Map<Topic, Promise<readonly PartitionMetadata[]>>()
  const partitionsIn = (topic: Topic): Promise<readonly PartitionMetadata[]> => {
    const known = all.get(topic) ?? metadataOf(admin, names.topic(topic)).catch(inWords)
    all.set(topic, known)
    known.catch(() => all.delete(topic))
    return known
  }
  const partitionOf = Partitioners.DefaultPartitioner()
  const bounds = sharedWhileAsked((topic: Topic) => boundsOf(admin, names.topic(topic)).catch(inWords))
  const boundsAt = async ({ topic, partition }: Place): Promise<Bounds> => {
    const found = (await bounds(topic)).get(partition)
    if (!found) throw new RangeError(`topic ${names.topic(topic)} has no partition ${partition}`)
    return found
  }

  return {
    places: async (topics: readonly Topic[]): Promise<readonly Place[]> => {
      const places = topics.map(async (topic) => (await partitionsIn(topic)).map(({ partitionId }) => ({ topic, partition: partitionId })))
      return (await Promise.all(places)).flat()
    },
    placeOf: async (topic: Topic, person: string): Promise<Place> => {
      const partitionMetadata = await partitionsIn(topic)
      return { topic, partition: partitionOf({ topic, partitionMetadata: [...partitionMetadata], message: { key: person, value: null } }) }
    },
    bounds: boundsAt,
    ahead: async (place: Place, after: Offset): Promise<Ahead> => {
      const { high } = await boundsAt(place)
      return { head: high, entries: Number(high - after) }
    },
  }
}

export type Partitions = ReturnType<typeof partitionsOf>

const metadataOf = async (admin: Admin, topic: string): Promise<readonly PartitionMetadata[]> => {
  const { topics } = await patiently(() => admin.fetchTopicMetadata({ topics: [topic] }))
  return (topics[0]?.partitions ?? []).toSorted((one, other) => one.partitionId - other.partitionId)
}

const boundsOf = async (admin: Admin, topic: string): Promise<ReadonlyMap<number, Bounds>> => {
  const offsets = await patiently(() => admin.fetchTopicOffsets(topic))
  return new Map(offsets.map(({ partition, low, high }) => [partition, { low: BigInt(low), high: BigInt(high) }]))
}

/** A broker that has just started, or just lost a partition's lead, says so and is asked again. */
const patiently = <Answer>(ask: () => Promise<Answer>): Promise<Answer> =>
  pRetry(ask, {
    retries: 8,
    minTimeout: 50,
    maxTimeout: 2_000,
    shouldRetry: ({ error }) => 'retriable' in error && error.retriable === true,
  })

/** Whoever asks while the same is being asked gets the same answer. */
const sharedWhileAsked = <Key, Answer>(ask: (key: Key) => Promise<Answer>) => {
  const asked = new Map<Key, Promise<Answer>>()
  return (key: Key): Promise<Answer> => {
    const answer = asked.get(key) ?? ask(key).finally(() => asked.delete(key))
    asked.set(key, answer)
    return answer
  }
}
