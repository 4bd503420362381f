import pg from 'pg'
import { migrateAuditTrail } from '@concord/audit-trail-postgres'
import type { ContextName } from '@concord/contracts'
import { postgresEventStore } from '@concord/event-store-postgres'
import { type Database, openDatabase, transaction } from '@concord/postgres'
import { postgresRelayCheckpoint } from '@concord/published-log-postgres'
import { HostFault, prepareStoreInUse, schemaOf } from '@concord/service-host'
import { postgresCheckpoints } from '../importing/postgres-checkpoints.js'

/** Services whose processes may not change their tables. What the registry keeps is folded again by whoever owns it. */
export type Migrated = ContextName | 'audit'

interface Room {
  readonly schema: string
  readonly prepare: (database: Database) => Promise<unknown>
  /** What a service does with its tables, and nothing else: what is recorded is never changed. */
  readonly uses: Readonly<Record<string, string>>
}

const roomOf = (service: Migrated): Room => {
  if (service === 'audit') return { schema: 'audit', prepare: migrateAuditTrail, uses: { migrated: 'SELECT', entries: 'SELECT, INSERT' } }
  const schema = schemaOf(service)
  return {
    schema,
    prepare: async (database) => {
      await prepareStoreInUse(database, schema)
      await postgresEventStore({ database, schema })
      await postgresRelayCheckpoint(database, { schema, context: service })
      await postgresCheckpoints(database, schema)
    },
    uses: {
      migrated: 'SELECT',
      event_store_in_use: 'SELECT, INSERT',
      epoch: 'SELECT',
      events: 'SELECT, INSERT',
      relay_checkpoint: 'SELECT, INSERT, UPDATE',
      imports: 'SELECT, INSERT, UPDATE, DELETE',
    },
  }
}

/** Brings a service's store to what this version needs, and allows roles to do what the service does. @throws HostFault */
export const migrateService = async (ownerUrl: string, service: Migrated, roles: readonly string[]): Promise<void> => {
  const database = openDatabase(ownerUrl, 2)
  try {
    const room = roomOf(service)
    await room.prepare(database)
    await allow(database, room, roles)
  } finally {
    await database.close()
  }
}

const undefinedObject = '42704'

/** From scratch: a right that an older version gave is gone. */
const allow = async ({ pool }: Database, { schema, uses }: Room, roles: readonly string[]): Promise<void> => {
  await transaction(pool, async (client) => {
    // Two that change the rights of the same table at once would fail.
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('concord migration'))`)
    for (const role of roles) await client.query(rightsOf(schema, uses, role)).catch((error: unknown) => throwFault(error, role))
  })
}

const rightsOf = (schema: string, uses: Room['uses'], named: string): string => {
  const role = pg.escapeIdentifier(named)
  return [
    `REVOKE ALL ON ALL TABLES IN SCHEMA ${schema} FROM ${role}`,
    `REVOKE ALL ON SCHEMA ${schema} FROM ${role}`,
    `GRANT USAGE ON SCHEMA ${schema} TO ${role}`,
    ...Object.entries(uses).map(([table, rights]) => `GRANT ${rights} ON ${schema}.${table} TO ${role}`),
  ].join('; ')
}

const throwFault = (error: unknown, role: string): never => {
  if (!(error instanceof Error && 'code' in error && error.code === undefinedObject)) throw error
  throw new HostFault(`The database has no role "${role}"; make it first, or name another one after --grant-to.`, { cause: error })
}
