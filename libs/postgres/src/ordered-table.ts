import type { Pool } from 'pg'
import { transaction } from './transaction.js'

/**
 * An append-only table whose readers miss nothing. A row's place in it is one bigint: (base + id of the writing transaction) * 2^20
 * + the row's number within that transaction. Rows below the horizon, the same sum for the oldest transaction still running, are
 * all there will ever be there: whoever reads up to it sees each row once, in order. Proof: docs/adr/0003.
 */
export interface OrderedTable {
  /** With its schema. */
  readonly name: string
  readonly schema: string
  /** The bigint column, with an index, that holds a row's place. */
  readonly place: string
  /** Notified when rows were added. */
  readonly channel: string
  /** SQL: gives the writing transaction its id. Its rows stand at this plus 1, plus 2, … up to 2^20 - 1. */
  readonly start: string
  /** SQL: readers look below, and take it in the statement that reads. */
  readonly horizon: string
  /** SQL: true when the greatest place was taken before a dump and restore, which starts transaction ids again. Nothing may be added then. */
  readonly restored: string
}

export const orderedTable = (schema: string, table: string, place: string): OrderedTable => {
  const base = `(SELECT base FROM ${schema}.epoch ORDER BY id DESC LIMIT 1)`
  const lastOrdinary = `(${base} + pg_snapshot_xmax(pg_current_snapshot())::text::bigint)`
  return {
    name: `${schema}.${table}`,
    schema,
    place,
    channel: `${schema}_${table}`,
    start: `((${base} + pg_current_xact_id()::text::bigint) << 20)`,
    horizon: `((${base} + pg_snapshot_xmin(pg_current_snapshot())::text::bigint) << 20)`,
    restored: `(coalesce((SELECT max(${place}) FROM ${schema}.${table}), 0) >> 20 >= ${lastOrdinary})`,
  }
}

/** Part of the migration of a schema that holds an ordered table. */
export const epochTable = `
  CREATE TABLE IF NOT EXISTS epoch (
    id int PRIMARY KEY,
    base bigint NOT NULL,
    began_at timestamptz NOT NULL DEFAULT now()
  );
  INSERT INTO epoch (id, base) VALUES (0, 0) ON CONFLICT DO NOTHING;
`

/** After a dump and restore: begins an epoch whose places are above all that is stored. Else does nothing. */
export const liftAfterRestore = async (pool: Pool, { schema, name, place, restored }: OrderedTable): Promise<void> => {
  const { rows } = await pool.query<[boolean]>({ text: `SELECT ${restored}`, rowMode: 'array' })
  if (rows[0]?.[0] !== true) return
  await transaction(pool, async (client) => {
    // Waits for every writer that has read the base, and holds up those who will: no two bases are in use at once.
    await client.query(`LOCK TABLE ${schema}.epoch IN ACCESS EXCLUSIVE MODE`)
    await client.query(`
      INSERT INTO ${schema}.epoch (id, base)
      SELECT (SELECT max(id) FROM ${schema}.epoch) + 1, (SELECT max(${place}) FROM ${name}) >> 20 WHERE ${restored}`)
  })
}
