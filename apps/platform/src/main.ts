import 'reflect-metadata'
import { join, resolve } from 'node:path'
import { resetPostgres } from '@concord/embedded-postgres'
import { keyFromFile } from '@concord/identity'
import { systemClock } from '@concord/service-kit'
import { openCity } from './city/open-city.js'
import { serveCity } from './city/serve-city.js'
import { openCityDatabase } from './city-database.js'
import { developmentKeys } from './development-issuer/development-clients.js'
import { settingsFrom } from './settings.js'
import { whyNotStarted } from './why-not-started.js'

const dataFolder = resolve('.concord')
const notice = (line: string): void => console.log(line)

const closers: (() => Promise<void>)[] = []
const closeAll = async (): Promise<void> => {
  for (const close of closers.splice(0).toReversed()) await close()
}

const start = async (): Promise<void> => {
  const settings = settingsFrom(process.argv.slice(2))
  if (settings.reset) await resetPostgres(join(dataFolder, 'postgres'))
  const database = await openCityDatabase(dataFolder, notice)
  closers.push(database.close)
  const city = await openCity(database.url, systemClock)
  closers.push(city.close)
  const served = await serveCity(city, {
    port: settings.port,
    personKey: keyFromFile(join(dataFolder, 'person-key')),
    developmentKeys: await developmentKeys(dataFolder),
    clock: systemClock,
  })
  closers.push(served.close)
  console.log(`ready: ${served.url}`)
}

let stopping = false
const stop = (): void => {
  if (stopping) return
  stopping = true
  console.log('stopping …')
  void closeAll().then(() => process.exit(0))
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)

try {
  await start()
} catch (error) {
  console.error(whyNotStarted(error))
  await closeAll()
  process.exit(1)
}
