import type { DynamicModule, Provider } from '@nestjs/common'
import { AUDIT_TRAIL, type AuditTrail } from '@concord/audit-trail'
import { migrateAuditTrail, postgresAuditTrail } from '@concord/audit-trail-postgres'
import { type ContextName, contextName } from '@concord/contracts'
import type { EventStore } from '@concord/event-store'
import { backlogAfter, postgresEventStore } from '@concord/event-store-postgres'
import { type Database, openDatabase } from '@concord/postgres'
import { prepareProjection, type Projection, runProjection, waiterFor } from '@concord/projections'
import { type PublishedLog, type Relay, relay, type RelayCheckpoint } from '@concord/published-log'
import { postgresRelayCheckpoint } from '@concord/published-log-postgres'
import { defaultAgreement } from '@concord/recognition'
import { answerOf, ProbesModule, schemaOf } from '@concord/service-host'
import { background, type Clock } from '@concord/service-kit'
import {
  quietTelemetry,
  type Telemetry,
  watchDatabase,
  watchedLog,
  watchedProjection,
  watchedStore,
  watchRelay,
  watchTrail,
} from '@concord/telemetry'
import { AuditModule } from '../../../audit/src/audit.module.js'
import { keepSwept } from '../../../registry/src/projecting/keep-swept.js'
import { registryProjection } from '../../../registry/src/projecting/registry-projection.js'
import { RegistryModule } from '../../../registry/src/registry.module.js'
import { openRegistryTables, type RegistryTables } from '../../../registry/src/tables/registry-tables.js'
import { logOnPostgres, type OpenCityLog } from './city-log.js'
import { cityContexts, forEachContext } from './contexts.js'

const agreements = [defaultAgreement]

/** The way of a fact in one city: four stores, one log, one registry, one trail. */
export interface City {
  readonly database: Database
  readonly stores: Readonly<Record<ContextName, EventStore>>
  readonly log: PublishedLog
  readonly checkpoints: Readonly<Record<ContextName, RelayCheckpoint>>
  readonly projection: Projection
  readonly trail: AuditTrail
  readonly telemetry: Telemetry
  /** All of it as Nest modules, with the work that goes on in the background. */
  readonly modules: readonly DynamicModule[]
  readonly close: () => Promise<void>
}

/** On which log, and who watches. */
interface Watching {
  readonly telemetry?: Telemetry
  readonly openLog?: OpenCityLog
}

/** Opens a city's database, bringing every schema to what this version needs. */
export const openCity = async (
  url: string,
  clock: Clock,
  { telemetry = quietTelemetry(), openLog = logOnPostgres }: Watching = {},
): Promise<City> => {
  const database = openDatabase(url)
  const trailDatabase = openDatabase(url, 2)
  await migrateAuditTrail(trailDatabase)
  const trail = postgresAuditTrail(trailDatabase, watchTrail(telemetry))
  const opened = await openLog(database)
  const log = watchedLog(telemetry, opened.log)
  const stores = await forEachContext(async (name) =>
    watchedStore(telemetry, name, await postgresEventStore({ database, schema: schemaOf(name) })),
  )
  const checkpoints = await forEachContext((context) => postgresRelayCheckpoint(database, { schema: schemaOf(context), context }))
  const tables = await openRegistryTables(url)
  const projection = watchedProjection(telemetry, registryProjection(tables, log, { agreements, clock }))
  await prepareProjection(projection)
  watchDatabase(telemetry, database)
  for (const name of contextName.options)
    watchRelay(telemetry, name, async () => backlogAfter(database, schemaOf(name), await checkpoints[name].load()))
  const parts = { database, stores, log, checkpoints, tables, projection, trail, telemetry, clock }
  return {
    ...parts,
    modules: modulesOf(parts),
    close: async () => {
      await opened.close()
      await Promise.all([tables.close(), trailDatabase.close(), database.close()])
    },
  }
}

/** What a context's relay publishes, and how. */
export const outboxOf = ({ stores, log, checkpoints }: Pick<City, 'stores' | 'log' | 'checkpoints'>, topic: ContextName): Relay => ({
  store: stores[topic],
  log,
  topic,
  translate: cityContexts[topic].toPublishedEvent,
  checkpoint: checkpoints[topic],
})

interface Parts extends Omit<City, 'modules' | 'close'> {
  readonly tables: RegistryTables
  readonly clock: Clock
}

const modulesOf = ({ database, stores, log, checkpoints, tables, projection, trail, clock }: Parts): readonly DynamicModule[] => {
  const relays = contextName.options.map((topic) =>
    background(`relay ${topic}`, (signal) => relay(outboxOf({ stores, log, checkpoints }, topic), signal)),
  )
  const waitFor = waiterFor(projection)
  return [
    globally([{ provide: AUDIT_TRAIL, useValue: trail }]),
    ProbesModule.on(answerOf(database)),
    ...contextName.options.map((name) => cityContexts[name].moduleOn(stores[name])),
    RegistryModule.on(tables, agreements, waitFor),
    { module: AuditModule },
    inBackground([
      ...relays,
      background('registry projector', (signal) => runProjection(projection, signal)),
      background('registry sweeper', (signal) => keepSwept(tables, { agreements, clock }, signal)),
    ]),
  ]
}

const globally = (providers: Exclude<Provider, Function>[]): DynamicModule => ({
  module: class CityGround {},
  global: true,
  providers,
  exports: providers.map(({ provide }) => provide),
})

const inBackground = (providers: Provider[]): DynamicModule => ({ module: class CityWork {}, providers })
