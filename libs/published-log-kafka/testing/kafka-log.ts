import { join } from 'node:path'
import { type ContextName, contextName } from '@concord/contracts'
import { keysAtHand, openSigningKeys, type PublicKeys, type SigningKeys } from '@concord/event-signing'
import { administer, openKafka } from '@concord/kafka'
import { kafkaPublishedLog, type KafkaPublishedLog, topicName } from '@concord/published-log-kafka'
import { eventually, testFolder, testKafka } from '@concord/testing'

/** A log on topics of its own, and all that one needs to meddle with it. */
export interface KafkaLogUnderTest {
  readonly log: KafkaPublishedLog
  readonly kafka: ReturnType<typeof openKafka>
  readonly keys: Readonly<Record<ContextName, SigningKeys>>
  readonly topic: (context: ContextName) => string
  readonly brokers: string
  /** Another process's view of the same log. @param otherKeys where it looks for some of the agencies' keys instead */
  readonly open: (otherKeys?: Partial<Readonly<Record<ContextName, PublicKeys>>>) => Promise<KafkaPublishedLog>
  readonly close: () => Promise<void>
}

export const kafkaLogUnderTest = async (partitions = 4): Promise<KafkaLogUnderTest> => {
  const kafkaOfRun = await testKafka()
  const { settings, prefix } = kafkaOfRun
  const topic = (context: ContextName): string => `${prefix}${topicName(context)}`
  await administer(settings, async (admin) => {
    const topics = contextName.options.map(topic)
    // The driver's own waiting for leaders gives up too soon on a broker that is busy.
    await admin.createTopics({ topics: topics.map((name) => ({ topic: name, numPartitions: partitions })), waitForLeaders: false })
    await eventually(() => Promise.all(topics.map((name) => admin.fetchTopicOffsets(name))), { within: 30_000 })
  })
  const folder = testFolder()
  const keys = await forEachContext((name) => openSigningKeys(join(folder, `${name}.json`)))
  const keysOf = await forEachContext((name) => Promise.resolve(keysAtHand(keys[name].published())))
  const kafka = openKafka(settings)
  const opened: KafkaPublishedLog[] = []
  const open: KafkaLogUnderTest['open'] = async (otherKeys = {}) => {
    const log = await kafkaPublishedLog({ settings, prefix, signWith: keys, keysOf: { ...keysOf, ...otherKeys } })
    opened.push(log)
    return log
  }
  return {
    log: await open(),
    kafka,
    keys,
    topic,
    brokers: kafkaOfRun.brokers,
    open,
    close: async () => {
      await Promise.all(opened.map((log) => log.close()))
      await kafkaOfRun.drop()
    },
  }
}

const forEachContext = async <Part>(make: (name: ContextName) => Promise<Part>): Promise<Record<ContextName, Part>> => {
  const parts = await Promise.all(contextName.options.map(async (name) => [name, await make(name)] as const))
  return Object.fromEntries(parts) as Record<ContextName, Part>
}
