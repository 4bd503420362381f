import type { ContextName } from '@concord/contracts'
import { migrate, type Database } from '@concord/postgres'
import { CheckpointMoved, type RelayCheckpoint } from '@concord/published-log'

const checkpointTable = `
  CREATE TABLE IF NOT EXISTS relay_checkpoint (context text PRIMARY KEY, position bigint NOT NULL);
`

/** How far a context's relay has come, kept beside what it follows or what it feeds. */
export const postgresRelayCheckpoint = async (
  { pool }: Database,
  { schema, context }: { readonly schema: string; readonly context: ContextName },
): Promise<RelayCheckpoint> => {
  await migrate(pool, schema, checkpointTable)
  const table = `${schema}.relay_checkpoint`
  await pool.query(`INSERT INTO ${table} VALUES ($1, 0) ON CONFLICT DO NOTHING`, [context])
  return {
    load: async () => {
      const { rows } = await pool.query<[string]>({
        text: `SELECT position FROM ${table} WHERE context = $1`,
        values: [context],
        rowMode: 'array',
      })
      return BigInt(rows[0]?.[0] ?? 0)
    },
    move: async (from, to) => {
      const { rowCount } = await pool.query(`UPDATE ${table} SET position = $2 WHERE context = $1 AND position = $3`, [context, to, from])
      if (rowCount !== 1) throw new CheckpointMoved(`the relay of ${context}`)
    },
  }
}
