import 'reflect-metadata'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '@concord/service-kit'
import { tellAddress } from '../address.js'
import { logOnKafka, tellBrokers } from '../city/city-log.js'
import { openCity } from '../city/open-city.js'
import { personKeyOf } from '../city/person-key.js'
import { openCityDatabase, resetCityDatabase } from '../city-database.js'
import { dataFolder } from '../data-folder.js'
import { developmentKeys } from '../development-issuer/development-clients.js'
import { outlastRestarts } from '../first-start/outlast-restarts.js'
import { populate } from '../first-start/populate.js'
import { welcome } from '../first-start/welcome.js'
import { portIsFree } from '../port-is-free.js'
import { type Settings, settingsFrom } from '../settings.js'
import { whyNotStarted } from '../why-not-started.js'
import { openBroker, resetBroker } from './broker.js'
import { freePorts } from '@concord/supervisor'
import { serveGateway } from './gateway.js'
import { keepService } from './keep-service.js'
import { serviceNames, serviceOn } from './services.js'

const say = (line: string): void => console.log(line)

const stopping = new AbortController()
const stopped = once(stopping.signal, 'abort')
const closers: (() => Promise<void>)[] = []

/** The whole city as in production, on one machine: each context, the registry and the audit in a process of its own, on a real broker. */
const start = async (settings: Settings): Promise<void> => {
  await portIsFree(settings.port)
  if (settings.reset) await reset()
  const database = await openCityDatabase(dataFolder, say)
  closers.push(database.close)
  const broker = await openBroker(dataFolder, say, stopping.signal)
  closers.push(broker.close)
  const city = await openCity(database.url, systemClock, { openLog: logOnKafka(broker.brokers, dataFolder) })
  closers.push(city.close)
  closers.push(tellBrokers(dataFolder, broker.brokers))
  const personKey = await personKeyOf(city.database, dataFolder)
  const keys = await developmentKeys(dataFolder)
  const ground = { databaseUrl: database.url, brokers: broker.brokers, dataFolder, url: `http://127.0.0.1:${settings.port}` }
  const ports = await freePorts(serviceNames.length)
  const services = serviceNames.map((name, nth) => serviceOn(ground, name, ports[nth] ?? 0))
  say(`starting ${services.length} processes: ${serviceNames.join(', ')} …`)
  const kept = await Promise.all(services.map((service) => keepService(service, say)))
  closers.push(async () => void (await Promise.all(kept.map((one) => one.stop()))))
  const gateway = await serveGateway({ port: settings.port, personKey, developmentKeys: keys, services })
  closers.push(gateway.close)
  const { signal } = stopping
  signal.throwIfAborted()
  const { persons } = settings
  const populated = { city, key: personKey, folder: join(dataFolder, 'city'), persons, signal, say }
  const manifest = settings.city ? await outlastRestarts(() => populate(populated), signal, say) : undefined
  signal.throwIfAborted()
  closers.push(tellAddress(dataFolder, gateway.url))
  await welcome(gateway.url, keys, manifest, say)
}

/** Everything that was kept: data, keys, the log and the city's files. */
const reset = async (): Promise<void> => {
  await resetCityDatabase(dataFolder)
  await resetBroker(dataFolder)
  for (const kept of ['person-key', 'development-issuer.json', 'city', 'signing'])
    rmSync(join(dataFolder, kept), { recursive: true, force: true })
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
