import 'reflect-metadata'
import type { KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest } from '@concord/sample-city'
import { systemClock } from '@concord/service-kit'
import { openTelemetry } from '@concord/telemetry'
import { tellAddress } from './address.js'
import { type City, openCity } from './city/open-city.js'
import { personKeyOf } from './city/person-key.js'
import { serveCity } from './city/serve-city.js'
import { openCityDatabase, resetCityDatabase } from './city-database.js'
import { dataFolder } from './data-folder.js'
import { developmentKeys } from './development-issuer/development-clients.js'
import { outlastRestarts } from './first-start/outlast-restarts.js'
import { populate } from './first-start/populate.js'
import { welcome } from './first-start/welcome.js'
import { portIsFree } from './port-is-free.js'
import { type Settings, settingsFrom } from './settings.js'
import { whyNotStarted } from './why-not-started.js'

const say = (line: string): void => console.log(line)

const stopping = new AbortController()
const stopped = once(stopping.signal, 'abort')
const closers: (() => Promise<void>)[] = []

const start = async (settings: Settings): Promise<void> => {
  await portIsFree(settings.port)
  if (settings.reset) await reset()
  const database = await openCityDatabase(dataFolder, say)
  closers.push(database.close)
  const telemetry = await openTelemetry('concord-platform')
  closers.push(telemetry.close)
  const city = await openCity(database.url, systemClock, { telemetry })
  closers.push(city.close)
  const personKey = await personKeyOf(city.database, dataFolder)
  const keys = await developmentKeys(dataFolder)
  stopping.signal.throwIfAborted()
  const served = await serveCity(city, { port: settings.port, personKey, developmentKeys: keys, clock: systemClock })
  closers.push(served.close)
  const manifest = settings.city ? await inhabitantsOf(city, personKey, settings.persons) : undefined
  stopping.signal.throwIfAborted()
  closers.push(tellAddress(dataFolder, served.url))
  await welcome(served.url, keys, manifest, say)
}

/** Everything that was kept: data, keys and the city's files. */
const reset = async (): Promise<void> => {
  await resetCityDatabase(dataFolder)
  for (const kept of ['person-key', 'development-issuer.json', 'city']) rmSync(join(dataFolder, kept), { recursive: true, force: true })
}

const inhabitantsOf = (city: City, key: KeyObject, persons: number | undefined): Promise<Manifest> => {
  const { signal } = stopping
  return outlastRestarts(() => populate({ city, key, folder: join(dataFolder, 'city'), persons, signal, say }), signal, say)
}

// One Ctrl-C comes twice: from the terminal and from whoever started this.
const stop = (): void => {
  if (stopping.signal.aborted) return
  say('stopping …')
  stopping.abort()
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)

try {
  await start(settingsFrom(process.argv.slice(2)))
  await stopped
} catch (error) {
  // What a start trips over that is being stopped is of no interest.
  if (!stopping.signal.aborted) {
    console.error(whyNotStarted(error))
    process.exitCode = 1
  }
}
for (const close of closers.toReversed()) await close().catch((error: unknown) => console.error(error))
process.exit()
