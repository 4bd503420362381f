import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { beforeAll, describe, it } from '@jest/globals'
import { type BrokerFault, kafkaMissing } from '@concord/embedded-kafka'
import { administer, type KafkaSettings, kafkaSettingsFrom } from '@concord/kafka'
import { ofThisRun } from './test-run.js'

export interface TestKafka {
  readonly brokers: string
  readonly settings: KafkaSettings
  /** What the names of a test's topics and groups begin with, so that they are its own. */
  readonly prefix: string
  /** Deletes the topics and groups whose names begin so. */
  drop(): Promise<void>
}

/** A corner of its own on the broker of this test run, which the first call starts; or on the one that KAFKA_BROKERS names. */
export const testKafka = async (): Promise<TestKafka> => {
  const settings = process.env['KAFKA_BROKERS'] ? kafkaSettingsFrom(process.env) : { brokers: [await brokerOfThisRun()] }
  const prefix = `test-${randomUUID().slice(0, 8)}.`
  return { brokers: settings.brokers.join(), settings, prefix, drop: () => drop(settings, prefix) }
}

/**
 * Specs that need a broker. Where there is none and none can run, they are skipped, with a line that says what is missing; a build
 * (CI=true) fails instead.
 */
export const describeOnKafka = (name: string, specs: () => void): void => {
  const missing = process.env['KAFKA_BROKERS'] ? undefined : kafkaMissing()
  describeUnless(missing, name, () => {
    // Whoever comes first waits until Kafka is there, perhaps fetched over a slow line.
    beforeAll(async () => void (await testKafka()), tenMinutes)
    specs()
  })
}

/** Specs that start, kill and set up brokers of their own. */
export const describeOnOwnKafka = (name: string, specs: () => void): void => describeUnless(kafkaMissing(), name, specs)

const tenMinutes = 600_000

const describeUnless = (missing: BrokerFault | undefined, name: string, specs: () => void): void => {
  if (!missing) return describe(name, specs)
  if (process.env['CI'] === 'true') return describe(name, () => it('has a Kafka to run on', () => Promise.reject(missing)))
  process.stderr.write(`skipped: ${name}. ${missing.message}\n`)
  describe.skip(name, specs)
}

/** Asks the process that started this test run, which alone starts and stops servers. */
const brokerOfThisRun = async (): Promise<string> => {
  const { brokers, fault } = JSON.parse(await text(connect(ofThisRun('CONCORD_TEST_KAFKA')))) as Readonly<Record<string, string>>
  if (brokers === undefined) throw new Error(fault)
  return brokers
}

const drop = (settings: KafkaSettings, prefix: string): Promise<void> =>
  administer(settings, async (admin) => {
    const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(prefix))
    if (topics.length > 0) await admin.deleteTopics({ topics })
    const groups = (await admin.listGroups()).groups.map(({ groupId }) => groupId).filter((group) => group.startsWith(prefix))
    if (groups.length > 0) await admin.deleteGroups(groups)
  })
