import { contextName } from '@concord/contracts'
import { kafkaSettingsFrom, openKafka } from '@concord/kafka'
import { topicName } from '@concord/published-log-kafka'

const partitions = 12

/** The agencies' topics on a broker of one's own. */
export const applyTopics = async (brokers: string): Promise<void> => {
  const admin = openKafka(kafkaSettingsFrom({ KAFKA_BROKERS: brokers })).admin()
  await admin.connect()
  await admin.createTopics({
    topics: contextName.options.map((name) => ({ topic: topicName(name), numPartitions: partitions })),
    waitForLeaders: true,
  })
  await admin.disconnect()
}
