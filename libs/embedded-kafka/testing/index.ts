import { join } from 'node:path'
import { type Owner, startOwner } from '@concord/supervisor/testing'

export { startGuardedKafka, type GuardedKafka } from './guarded-kafka.js'

/** Another process that starts a broker in the folder, to be killed. */
export const startKafkaOwner = (dataFolder: string): Promise<Owner> => startOwner(join(import.meta.dirname, 'owner.mjs'), dataFolder)
