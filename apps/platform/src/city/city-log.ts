import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keysAtHand, openSigningKeys } from '@concord/event-signing'
import { kafkaSettingsFrom } from '@concord/kafka'
import type { Database } from '@concord/postgres'
import type { PublishedLog } from '@concord/published-log'
import { kafkaPublishedLog } from '@concord/published-log-kafka'
import { postgresPublishedLog } from '@concord/published-log-postgres'
import { signingFolder, signingKeysFile } from '../data-folder/city-here.js'
import { StartFault } from '../starting/start-fault.js'
import { forEachContext } from './contexts.js'

export interface CityLog {
  readonly log: PublishedLog
  readonly close: () => Promise<void>
}

export type OpenCityLog = (database: Database) => Promise<CityLog>

/** On the city's own PostgreSQL. */
export const logOnPostgres: OpenCityLog = async (database) => ({
  log: await postgresPublishedLog({ database, schema: 'published_log' }),
  close: async () => {},
})

/** On a Kafka broker, with the signing keys of all contexts at hand. */
export const logOnKafka =
  (brokers: string, dataFolder: string): OpenCityLog =>
  async () => {
    const keys = await forEachContext((name) => openSigningKeys(signingKeysFile(dataFolder, name)))
    const keysOf = await forEachContext((name) => Promise.resolve(keysAtHand(keys[name].published())))
    const settings = kafkaSettingsFrom({ ...process.env, KAFKA_BROKERS: brokers })
    const log = await kafkaPublishedLog({ settings, signWith: keys, keysOf })
    return { log, close: () => log.close() }
  }

/** While a city runs on Kafka, its brokers stand here for the other commands. */
const brokersFile = (dataFolder: string): string => join(dataFolder, 'kafka-brokers')

/** @returns what takes it away again */
export const tellBrokers = (dataFolder: string, brokers: string): (() => Promise<void>) => {
  writeFileSync(brokersFile(dataFolder), brokers)
  return () => Promise.resolve(rmSync(brokersFile(dataFolder), { force: true }))
}

/** The log that the city of this data folder runs on. @throws StartFault when it is on a broker that does not run */
export const logOfCity = (dataFolder: string): OpenCityLog => {
  const file = brokersFile(dataFolder)
  if (existsSync(file)) return logOnKafka(readFileSync(file, 'utf8'), dataFolder)
  if (!existsSync(signingFolder(dataFolder))) return logOnPostgres
  throw new StartFault(`The city in ${dataFolder} has its log on Kafka; run it with "npm run start:kafka" in another terminal.`)
}
