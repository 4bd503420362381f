import 'reflect-metadata'
import { join } from 'node:path'
import { systemClock } from '@concord/service-kit'
import { freePorts } from '@concord/supervisor'
import { tellAddress } from '../data-folder/address.js'
import { logOnKafka, tellBrokers } from '../city/city-log.js'
import { openCity } from '../city/open-city.js'
import { personKeyOf } from '../city/person-key.js'
import { mustBeStartedSo } from '../data-folder/city-here.js'
import { openCityDatabase } from '../data-folder/city-database.js'
import { dataFolder } from '../data-folder/data-folder.js'
import { removeCity } from '../data-folder/remove-city.js'
import { developmentKeys } from '../development-issuer/development-clients.js'
import { outlastRestarts } from '../first-start/outlast-restarts.js'
import { populate } from '../first-start/populate.js'
import { welcome } from '../first-start/welcome.js'
import { portIsFree } from '../starting/port-is-free.js'
import { runUntilStopped, say } from '../starting/run-until-stopped.js'
import { openBroker, resetBroker } from './broker.js'
import { serveGateway } from './gateway.js'
import { keepService } from './keep-service.js'
import { serviceNames, serviceOn } from './services.js'

/** The whole city as in production, on one machine: each context, the registry and the audit in a process of its own, on a real broker. */
await runUntilStopped(async (options, { signal, atTheEnd }) => {
  mustBeStartedSo(dataFolder, true)
  await portIsFree(options.port)
  if (options.reset) {
    // First: a new city would read the old one's log, which no key of its own has signed.
    await resetBroker(dataFolder)
    await removeCity(dataFolder)
  }
  const database = await openCityDatabase(dataFolder, say)
  atTheEnd(database.close)
  const broker = await openBroker(dataFolder, say, signal)
  atTheEnd(broker.close)
  const city = await openCity(database.url, systemClock, { openLog: logOnKafka(broker.brokers, dataFolder) })
  atTheEnd(city.close)
  atTheEnd(tellBrokers(dataFolder, broker.brokers))
  const personKey = await personKeyOf(city.database, dataFolder)
  const keys = await developmentKeys(dataFolder)
  const ground = { databaseUrl: database.url, brokers: broker.brokers, dataFolder, url: `http://127.0.0.1:${options.port}` }
  const ports = await freePorts(serviceNames.length)
  const services = serviceNames.map((name, nth) => serviceOn(ground, name, ports[nth] ?? 0))
  say(`starting ${services.length} processes: ${serviceNames.join(', ')} …`)
  const kept = await Promise.all(services.map((service) => keepService(service, say)))
  atTheEnd(async () => void (await Promise.all(kept.map((one) => one.stop()))))
  const gateway = await serveGateway({ port: options.port, personKey, developmentKeys: keys, services })
  atTheEnd(gateway.close)
  signal.throwIfAborted()
  const { persons } = options
  const populated = { city, key: personKey, folder: join(dataFolder, 'city'), persons, signal, say }
  const manifest = options.city ? await outlastRestarts(() => populate(populated), signal, say) : undefined
  signal.throwIfAborted()
  atTheEnd(tellAddress(dataFolder, gateway.url))
  await welcome(gateway.url, keys, manifest, say)
})
