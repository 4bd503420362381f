import 'reflect-metadata'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { resetPostgres } from '@concord/embedded-postgres'
import { keyFromFile } from '@concord/identity'
import type { Manifest } from '@concord/sample-city'
import { systemClock, today } from '@concord/service-kit'
import { type City, openCity } from './city/open-city.js'
import { settled } from './city/settle.js'
import { serveCity } from './city/serve-city.js'
import { openCityDatabase } from './city-database.js'
import { dataFolder } from './data-folder.js'
import { developmentKeys } from './development-issuer/development-clients.js'
import { importSampleCity, isImported } from './first-start/import-sample-city.js'
import { sampleCityIn } from './first-start/sample-city-folder.js'
import { welcome } from './first-start/welcome.js'
import { portIsFree } from './port-is-free.js'
import { type Settings, settingsFrom } from './settings.js'
import { whyNotStarted } from './why-not-started.js'

const cityFolder = join(dataFolder, 'city')
const personKey = () => keyFromFile(join(dataFolder, 'person-key'))
const say = (line: string): void => console.log(line)

const stopping = new AbortController()
const closers: (() => Promise<void>)[] = []
const closeAll = async (): Promise<void> => {
  for (const close of closers.splice(0).toReversed()) await close()
}

const start = async (settings: Settings): Promise<void> => {
  await portIsFree(settings.port)
  if (settings.reset) await reset()
  const database = await openCityDatabase(dataFolder, say)
  closers.push(database.close)
  const city = await openCity(database.url, systemClock)
  closers.push(city.close)
  const keys = await developmentKeys(dataFolder)
  const served = await serveCity(city, { port: settings.port, personKey: personKey(), developmentKeys: keys, clock: systemClock })
  closers.push(served.close)
  const manifest = settings.city ? await populate(city, settings.persons) : undefined
  if (!stopping.signal.aborted) await welcome(served.url, keys, manifest, say)
}

/** Everything that was kept: data, keys and the city's files. */
const reset = async (): Promise<void> => {
  await resetPostgres(join(dataFolder, 'postgres'))
  for (const kept of ['person-key', 'development-issuer.json', 'city']) rmSync(join(dataFolder, kept), { recursive: true, force: true })
}

/** @returns what is in the city, once all of it has reached the registry */
const populate = async (city: City, persons: number): Promise<Manifest | undefined> => {
  const manifest = sampleCityIn(cityFolder, persons, today(systemClock))
  const importing = { database: city.database, key: personKey() }
  if (manifest.population.persons !== persons)
    say(`This city has ${manifest.population.persons} persons; "npm start -- --reset --persons ${persons}" makes one of ${persons}.`)
  if (await isImported(importing, manifest)) return manifest
  say(`importing a made-up city of ${manifest.population.persons} persons from ${manifest.files.length} files of the four agencies …`)
  const imported = await importSampleCity({ folder: cityFolder, manifest, city: importing, signal: stopping.signal })
  if (!imported.finished) return undefined
  say(
    `imported ${imported.rows} rows; ${imported.rejected} planted bad ones were rejected, with their reasons, into ${join(cityFolder, 'rejects')}`,
  )
  for (const { zh, en, persons: count } of manifest.planted) say(`  planted 预置: ${count} × ${zh} · ${en}`)
  await settled(city, say)
  return manifest
}

const stop = (): void => {
  if (stopping.signal.aborted) return
  stopping.abort()
  say('stopping …')
  void started.then(closeAll).then(() => process.exit(process.exitCode ?? 0))
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)

const started = start(settingsFrom(process.argv.slice(2))).catch((error: unknown) => {
  console.error(whyNotStarted(error))
  process.exitCode = 1
  stop()
})
