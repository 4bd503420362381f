import { randomUUID } from 'node:crypto'
import type { EachBatchPayload, Kafka } from 'kafkajs'
import type { Topic } from '@concord/published-log'
import { byPartition } from './by-partition.js'
import { Member, type Membership } from './member.js'

export interface Consuming extends Membership {
  readonly kafka: Kafka
  readonly topics: readonly Topic[]
  /** Throws what the driver trips over so that somebody can mend it. */
  readonly inWords: (error: unknown) => never
}

/** A member that is silent for so long is taken for dead, and its places go to others. */
const sessionMilliseconds = 6_000
const heartbeatMilliseconds = 1_000
/** A few hundred events: a page is applied well within a session. */
const pageBytes = 256 * 1024

/**
 * Follows topics as a member of a group. Where to go on is what the follower says: Kafka's own offsets are written for whoever watches
 * the group, and never read.
 */
export const consume = async (consuming: Consuming, signal: AbortSignal): Promise<void> => {
  const { kafka, names, topics, follower, inWords } = consuming
  const failed = Promise.withResolvers<never>()
  failed.promise.catch(() => {})
  const groupId = names.group(follower.group ?? `alone-${randomUUID()}`)
  const consumer = kafka.consumer({
    groupId,
    partitionAssigners: [byPartition],
    sessionTimeout: sessionMilliseconds,
    heartbeatInterval: heartbeatMilliseconds,
    rebalanceTimeout: 2 * sessionMilliseconds,
    maxBytesPerPartition: pageBytes,
    maxWaitTimeInMs: 500,
    retry: { retries: 10, initialRetryTime: 100, maxRetryTime: 1_000 },
  })
  const member = new Member(consumer, consuming, failed.reject)
  consumer.on('consumer.group_join', ({ payload }) => member.assign(payload.memberAssignment))
  consumer.on('consumer.crash', ({ payload }) => {
    if (!payload.restart) Promise.reject(payload.error).catch(inWords).catch(failed.reject)
  })
  try {
    await consumer.connect().catch(inWords)
    await consumer.subscribe({ topics: topics.map((topic) => names.topic(topic)), fromBeginning: true }).catch(inWords)
    const eachBatch = (payload: EachBatchPayload): Promise<void> => member.take(payload, heartbeatMilliseconds)
    await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch }).catch(inWords)
    await Promise.race([aborted(signal), failed.promise])
  } finally {
    member.leave()
    await consumer.disconnect()
    if (follower.group === undefined) await forgetGroup(kafka, groupId)
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })

/** A group of one that has ended is of no use to anybody. */
const forgetGroup = async (kafka: Kafka, groupId: string): Promise<void> => {
  const admin = kafka.admin()
  try {
    await admin.connect()
    await admin.deleteGroups([groupId])
  } catch {
    // The broker forgets it by itself after some days.
  } finally {
    await admin.disconnect().catch(() => {})
  }
}
