import { join } from 'node:path'
import { resetKafka, startKafka } from '@concord/embedded-kafka'

export interface Broker {
  readonly brokers: string
  readonly close: () => Promise<void>
}

const brokerFolder = (dataFolder: string): string => join(dataFolder, 'kafka')

/** The brokers that KAFKA_BROKERS names, or one of our own. @throws BrokerFault */
export const openBroker = async (dataFolder: string, notice: (line: string) => void): Promise<Broker> => {
  const other = process.env['KAFKA_BROKERS']
  if (other) return { brokers: other, close: async () => {} }
  const broker = await startKafka({ dataFolder: brokerFolder(dataFolder), notice })
  return { brokers: broker.brokers, close: () => broker.stop() }
}

/** Deletes what our own broker kept; another one's is not ours to delete. */
export const resetBroker = async (dataFolder: string): Promise<void> => {
  if (!process.env['KAFKA_BROKERS']) await resetKafka(brokerFolder(dataFolder))
}
