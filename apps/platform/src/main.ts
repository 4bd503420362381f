import 'reflect-metadata'
import { join } from 'node:path'
import { systemClock } from '@concord/service-kit'
import { openTelemetry } from '@concord/telemetry'
import { tellAddress } from './data-folder/address.js'
import { openCity } from './city/open-city.js'
import { personKeyOf } from './city/person-key.js'
import { serveCity } from './city/serve-city.js'
import { mustBeStartedSo } from './data-folder/city-here.js'
import { openCityDatabase } from './data-folder/city-database.js'
import { dataFolder } from './data-folder/data-folder.js'
import { removeCity } from './data-folder/remove-city.js'
import { developmentKeys } from './development-issuer/development-clients.js'
import { outlastRestarts } from './first-start/outlast-restarts.js'
import { populate } from './first-start/populate.js'
import { welcome } from './first-start/welcome.js'
import { portIsFree } from './starting/port-is-free.js'
import { runUntilStopped, say } from './starting/run-until-stopped.js'

await runUntilStopped(async (options, { signal, atTheEnd }) => {
  mustBeStartedSo(dataFolder, false)
  await portIsFree(options.port)
  if (options.reset) await removeCity(dataFolder)
  const database = await openCityDatabase(dataFolder, say)
  atTheEnd(database.close)
  const telemetry = await openTelemetry('concord-platform')
  atTheEnd(telemetry.close)
  const city = await openCity(database.url, systemClock, { telemetry })
  atTheEnd(city.close)
  const personKey = await personKeyOf(city.database, dataFolder)
  const keys = await developmentKeys(dataFolder)
  signal.throwIfAborted()
  const served = await serveCity(city, { port: options.port, personKey, developmentKeys: keys, clock: systemClock })
  atTheEnd(served.close)
  const populated = { city, key: personKey, folder: join(dataFolder, 'city'), persons: options.persons, signal, say }
  const manifest = options.city ? await outlastRestarts(() => populate(populated), signal, say) : undefined
  signal.throwIfAborted()
  atTheEnd(tellAddress(dataFolder, served.url))
  await welcome(served.url, keys, manifest, say)
})
