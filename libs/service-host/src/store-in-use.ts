import type { ContextName } from '@concord/contracts'
import { type Database, migrate } from '@concord/postgres'
import { HostFault } from './host-fault.js'

/** Where a context's events may be. */
export type StoreKind = 'PostgreSQL' | 'KurrentDB'

const inUseTable = `
  CREATE TABLE IF NOT EXISTS event_store_in_use (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    kind text NOT NULL
  );
`

/** Makes the place where it is written down which event store a context uses. */
export const prepareStoreInUse = ({ pool }: Database, schema: string): Promise<void> => migrate(pool, schema, inUseTable)

/**
 * A context's events are in one store: whoever comes first writes down which kind it is. Nobody would look for what is recorded in
 * the other one, neither the context's own process nor its relay.
 * @throws HostFault for who comes with the other one
 */
export const keepToStore = async (
  database: Database,
  { schema, context }: { readonly schema: string; readonly context: ContextName },
  kind: StoreKind,
): Promise<void> => {
  await prepareStoreInUse(database, schema)
  const table = `${schema}.event_store_in_use`
  await database.pool.query(`INSERT INTO ${table} (kind) VALUES ($1) ON CONFLICT DO NOTHING`, [kind])
  const { rows } = await database.pool.query<{ kind: StoreKind }>(`SELECT kind FROM ${table}`)
  const used = rows[0]?.kind ?? kind
  if (used === kind) return
  const owner = `before the first event, choose anew as the schema's owner: DELETE FROM ${table}`
  throw new HostFault(`The events of ${context} are on ${used}, and ${toMend[kind]}, or, ${owner}.`)
}

const toMend: Readonly<Record<StoreKind, string>> = {
  PostgreSQL: 'KURRENTDB_URL is not set; set it to where they are',
  KurrentDB: 'KURRENTDB_URL is set; leave it out',
}
