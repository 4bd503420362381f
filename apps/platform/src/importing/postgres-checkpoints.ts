import type { Checkpoint, ImportCheckpoints } from '@concord/file-import'
import { type Database, migrate } from '@concord/postgres'

/** Unfinished imports only. */
const importsTable = `
  CREATE TABLE IF NOT EXISTS imports (
    name text PRIMARY KEY,
    checkpoint json NOT NULL,
    written_at timestamptz NOT NULL DEFAULT now()
  );
`

/** Checkpoints of imports beside the events of their context, in its schema. */
export const postgresCheckpoints = async ({ pool }: Database, schema: string): Promise<ImportCheckpoints> => {
  await migrate(pool, schema, importsTable)
  return {
    read: async (name) => {
      const { rows } = await pool.query<[Checkpoint]>({
        text: `SELECT checkpoint FROM ${schema}.imports WHERE name = $1`,
        values: [name],
        rowMode: 'array',
      })
      return rows[0]?.[0]
    },
    write: async (name, checkpoint) => {
      await pool.query(
        `INSERT INTO ${schema}.imports (name, checkpoint) VALUES ($1, $2)
         ON CONFLICT (name) DO UPDATE SET checkpoint = excluded.checkpoint, written_at = now()`,
        [name, JSON.stringify(checkpoint)],
      )
    },
    forget: async (name) => {
      await pool.query(`DELETE FROM ${schema}.imports WHERE name = $1`, [name])
    },
  }
}
