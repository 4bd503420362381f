import type { z } from 'zod'
import type { AuditTrail } from '@concord/audit-trail'
import { migrateAuditTrail, postgresAuditTrail } from '@concord/audit-trail-postgres'
import { type ContextName, contextName } from '@concord/contracts'
import { type PublicKeys, publishedKeys } from '@concord/event-signing'
import { openDatabase } from '@concord/postgres'
import { prepareProjection, type Projection } from '@concord/projections'
import type { PublishedLog } from '@concord/published-log'
import { kafkaPublishedLog } from '@concord/published-log-kafka'
import { defaultAgreement } from '@concord/recognition'
import { type AtTheEnd, kafkaFor } from '@concord/service-host'
import { systemClock } from '@concord/service-kit'
import { type Telemetry, watchDatabase, watchedLog, watchedProjection, watchTrail } from '@concord/telemetry'
import { registryProjection, type Ruling } from './projecting/registry-projection.js'
import type { registryStores } from './settings.js'
import { openRegistryTables, type RegistryTables } from './tables/registry-tables.js'

export const ruling: Ruling = { agreements: [defaultAgreement], clock: systemClock }

/** A registry on stores of its own, fed by the agencies' topics. */
export interface OpenRegistry {
  readonly trail: AuditTrail
  readonly log: PublishedLog
  readonly tables: RegistryTables
  readonly projection: Projection
}

/** @throws HostFault, KafkaFault, SchemaFault */
export const openRegistry = async (
  settings: z.infer<typeof registryStores>,
  telemetry: Telemetry,
  atTheEnd: AtTheEnd,
): Promise<OpenRegistry> => {
  const trail = await openTrail(settings.AUDIT_POSTGRES_URL, telemetry, atTheEnd)
  const kafka = await kafkaPublishedLog({ settings: kafkaFor('registry'), signWith: {}, keysOf: keysAt(settings.SIGNING_KEYS_URL) })
  atTheEnd(kafka)
  const log = watchedLog(telemetry, kafka)
  const tables = await openRegistryTables(settings.POSTGRES_URL)
  atTheEnd(tables)
  watchDatabase(telemetry, tables.database)
  const projection = watchedProjection(telemetry, registryProjection(tables, log, ruling))
  await prepareProjection(projection)
  return { trail, log, tables, projection }
}

/** A connection of its own: lookups that fill the registry's cannot starve the trail. */
const openTrail = async (url: string, telemetry: Telemetry, atTheEnd: AtTheEnd): Promise<AuditTrail> => {
  const database = openDatabase(url, 2)
  atTheEnd(database)
  await migrateAuditTrail(database)
  return postgresAuditTrail(database, watchTrail(telemetry))
}

const keysAt = (template: string): Record<ContextName, PublicKeys> => {
  const keys = contextName.options.map((name) => [name, publishedKeys(new URL(template.replaceAll('{context}', name)))] as const)
  return Object.fromEntries(keys) as Record<ContextName, PublicKeys>
}
