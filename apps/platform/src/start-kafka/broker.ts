import { join } from 'node:path'
import { contextName } from '@concord/contracts'
import { resetKafka, startKafka } from '@concord/embedded-kafka'
import { administer, type KafkaSettings, kafkaSettingsFrom } from '@concord/kafka'
import { topicName } from '@concord/published-log-kafka'
import { StartFault } from '../starting/start-fault.js'
import { applyTopics } from '../topics-apply/apply-topics.js'

export interface Broker {
  readonly brokers: string
  readonly close: () => Promise<void>
}

const brokerFolder = (dataFolder: string): string => join(dataFolder, 'kafka')

/** The brokers that KAFKA_BROKERS names, or one of our own, with the topics on it. @throws BrokerFault, StartFault */
export const openBroker = async (dataFolder: string, notice: (line: string) => void, signal: AbortSignal): Promise<Broker> => {
  if (process.env['KAFKA_BROKERS']) return anothers(kafkaSettingsFrom(process.env))
  const broker = await startKafka({ dataFolder: brokerFolder(dataFolder), notice, signal })
  await applyTopics(ourTopics, { brokers: [broker.brokers] }, { say: () => {}, agrees: () => Promise.resolve(true) })
  return { brokers: broker.brokers, close: () => broker.stop() }
}

/** As production has them, on one broker. */
const ourTopics = { brokers: undefined, replication: 1, file: 'infra/kafka/topics.yaml', dryRun: false, yes: true }

/** Somebody else's cluster is not ours to change. */
const anothers = async (settings: KafkaSettings): Promise<Broker> => {
  const brokers = settings.brokers.join()
  const there = await administer(settings, (admin) => admin.listTopics())
  const missing = contextName.options.map(topicName).filter((topic) => !there.includes(topic))
  if (missing.length === 0) return { brokers, close: async () => {} }
  throw new StartFault(
    `Kafka at ${brokers} lacks the topics ${missing.join(', ')}; make them first: npm run topics:apply -- --brokers ${brokers}`,
  )
}

/** Deletes what our own broker kept; another one's is not ours to delete. */
export const resetBroker = async (dataFolder: string): Promise<void> => {
  if (!process.env['KAFKA_BROKERS']) await resetKafka(brokerFolder(dataFolder))
}
