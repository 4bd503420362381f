import type { PoolClient } from 'pg'
import { foldedTables } from '../tables/registry-tables.js'
import type { BesideVersion } from './versions.js'

const aside = 'registry_aside'
/** Who reads comes first, and everyone else who wants to waits behind us: not for longer than this. */
const patienceMilliseconds = 500

/**
 * The two versions' folded tables take each other's place, at once for everyone. A statement that names one of them, prepared or not,
 * waits for the end of this transaction and then finds the other one, since PostgreSQL looks names up again after such a wait.
 */
export const exchange = async (client: PoolClient, live: string, version: BesideVersion): Promise<void> => {
  const move = (from: string, to: string): string =>
    foldedTables.map((table) => `ALTER TABLE ${from}.${table} SET SCHEMA ${to};`).join('\n')
  // One message to the server: nobody waits for our way there and back.
  await client.query(
    `SET LOCAL lock_timeout = '${patienceMilliseconds}ms';
     CREATE SCHEMA ${aside};
     ${move(live, aside)}
     ${move(version, live)}
     ${move(aside, version)}
     DROP SCHEMA ${aside};`,
  )
}
