import type { Admin } from 'kafkajs'
import { faultIn } from './faults-of-driver.js'
import type { KafkaSettings } from './kafka-settings.js'
import { openKafka } from './open-kafka.js'

/**
 * Connects, does the work, and leaves.
 * @throws KafkaFault when the cluster cannot be reached, does not let us in, or does not let us do this
 */
export const administer = async <Result>(settings: KafkaSettings, work: (admin: Admin) => Promise<Result>): Promise<Result> => {
  const admin = openKafka(settings).admin()
  try {
    await admin.connect()
    return await work(admin)
  } catch (error) {
    throw faultIn(error, settings) ?? error
  } finally {
    await admin.disconnect()
  }
}
