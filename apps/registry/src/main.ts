import 'reflect-metadata'
import type { DynamicModule } from '@nestjs/common'
import { AUDIT_TRAIL, type AuditTrail } from '@concord/audit-trail'
import { migrateAuditTrail, postgresAuditTrail } from '@concord/audit-trail-postgres'
import { type ContextName, contextName } from '@concord/contracts'
import { type PublicKeys, publishedKeys } from '@concord/event-signing'
import { openDatabase } from '@concord/postgres'
import { prepareProjection, type Projection, runProjection, waiterFor } from '@concord/projections'
import { kafkaPublishedLog } from '@concord/published-log-kafka'
import { defaultAgreement } from '@concord/recognition'
import { type AtTheEnd, groundFrom, kafkaFor, ProbesModule, runService, serve, settingsFrom } from '@concord/service-host'
import { background, systemClock } from '@concord/service-kit'
import { openTelemetry, type Telemetry, watchDatabase, watchedLog, watchedProjection, watchTrail } from '@concord/telemetry'
import { keepSwept } from './projecting/keep-swept.js'
import { registryProjection, type Ruling } from './projecting/registry-projection.js'
import { RegistryModule } from './registry.module.js'
import { registrySettings } from './settings.js'
import { openRegistryTables, type RegistryTables } from './tables/registry-tables.js'

const ruling: Ruling = { agreements: [defaultAgreement], clock: systemClock }

await runService('registry', async (atTheEnd) => {
  const settings = settingsFrom(registrySettings, process.env)
  const telemetry = await openTelemetry('concord-registry')
  atTheEnd(telemetry)
  const trail = await openTrail(settings.AUDIT_POSTGRES_URL, telemetry, atTheEnd)
  const log = await kafkaPublishedLog({ kafka: kafkaFor('registry'), signWith: {}, keysOf: keysAt(settings.SIGNING_KEYS_URL) })
  atTheEnd(log)
  const tables = await openRegistryTables(settings.POSTGRES_URL)
  atTheEnd(tables)
  watchDatabase(telemetry, tables.database)
  const projection = watchedProjection(telemetry, registryProjection(tables, watchedLog(telemetry, log), ruling))
  await prepareProjection(projection)
  const served = await serve({
    host: settings.HOST,
    port: settings.PORT,
    ground: groundFrom(settings, telemetry),
    modules: [
      onTrail(trail),
      RegistryModule.on(tables, ruling.agreements, waiterFor(projection)),
      ProbesModule.on(tables.database),
      work(projection, tables),
    ],
  })
  atTheEnd(served)
  return served
})

/** A connection of its own: lookups that fill the registry's cannot starve the trail. */
async function openTrail(url: string, telemetry: Telemetry, atTheEnd: AtTheEnd): Promise<AuditTrail> {
  const database = openDatabase(url, 2)
  atTheEnd(database)
  await migrateAuditTrail(database)
  return postgresAuditTrail(database, watchTrail(telemetry))
}

function keysAt(template: string): Record<ContextName, PublicKeys> {
  const keys = contextName.options.map((name) => [name, publishedKeys(new URL(template.replaceAll('{context}', name)))] as const)
  return Object.fromEntries(keys) as Record<ContextName, PublicKeys>
}

function onTrail(trail: AuditTrail): DynamicModule {
  return { module: class Trail {}, global: true, providers: [{ provide: AUDIT_TRAIL, useValue: trail }], exports: [AUDIT_TRAIL] }
}

/** Several processes of the registry share the places of the log; each keeps the days swept. */
function work(projection: Projection, tables: RegistryTables): DynamicModule {
  return {
    module: class Work {},
    providers: [
      background('registry projector', (signal) => runProjection(projection, signal)),
      background('registry sweeper', (signal) => keepSwept(tables, ruling, signal)),
    ],
  }
}
