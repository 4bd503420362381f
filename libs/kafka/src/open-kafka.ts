import kafkajs, { type Kafka, type LogEntry } from 'kafkajs'
import type { KafkaSettings } from './kafka-settings.js'

/** A client of the cluster; it connects when a producer, a consumer or an admin client of it does. */
export const openKafka = (settings: KafkaSettings): Kafka => {
  const { brokers, tls, sasl, clientId = 'concord', retries = 30, timeout = 30_000, warn = () => {} } = settings
  // Topics are new with us: there is no older way of choosing partitions to be warned of.
  process.env['KAFKAJS_NO_PARTITIONER_WARNING'] = '1'
  return new kafkajs.Kafka({
    brokers: [...brokers],
    clientId,
    ssl: tls ? { ...tls } : false,
    ...(sasl && { sasl: saslOf(sasl) }),
    retry: { retries, initialRetryTime: 100, maxRetryTime: 5_000 },
    connectionTimeout: Math.min(timeout, 5_000),
    requestTimeout: timeout,
    logLevel: kafkajs.logLevel.WARN,
    logCreator: () => (entry) => {
      if (!meant.has(entry.log.message)) warn(lineOf(entry))
    },
  })
}

/** What the driver warns of and we mean: a producer that gives up is replaced, and readers drop what the next one repeats. */
const meant = new Set(['Limiting retries for the idempotent producer may invalidate EoS guarantees'])

/** The driver's types tell mechanisms apart one by one. */
const saslOf = ({ mechanism, username, password }: NonNullable<KafkaSettings['sasl']>) => {
  switch (mechanism) {
    case 'plain':
      return { mechanism, username, password }
    case 'scram-sha-256':
      return { mechanism, username, password }
    case 'scram-sha-512':
      return { mechanism, username, password }
  }
}

const lineOf = ({ namespace, log: { message, error } }: LogEntry): string => {
  const reason = error === undefined ? '' : ` (${String(error)})`
  return `Kafka ${namespace}: ${message}${reason}`
}
