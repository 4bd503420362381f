import { contextName } from '@concord/contracts'
import { kafkaSettingsFrom, openKafka } from '@concord/kafka'
import { topicName } from '@concord/published-log-kafka'

export interface Broker {
  readonly brokers: string
  readonly close: () => Promise<void>
}

/** The broker that KAFKA_BROKERS names, or one of our own. */
export const openBroker = async (_dataFolder: string, _say: (line: string) => void): Promise<Broker> => {
  const brokers = process.env['KAFKA_BROKERS'] ?? ''
  const admin = openKafka(kafkaSettingsFrom(process.env)).admin()
  await admin.connect()
  await admin.createTopics({ topics: contextName.options.map((name) => ({ topic: topicName(name), numPartitions: 12 })) })
  await admin.disconnect()
  return { brokers, close: async () => {} }
}

export const resetBroker = async (_dataFolder: string): Promise<void> => {}
