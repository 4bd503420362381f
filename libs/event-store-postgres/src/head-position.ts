import type { Position } from '@concord/event-store'
import type { Database } from '@concord/postgres'
import { eventsTable } from './schema.js'

/** The position of the last event that subscribers can see now; 0n while there is none. For operators and verifiers. */
export const headPosition = async ({ pool }: Database, schema: string): Promise<Position> => {
  const { name, horizon } = eventsTable(schema)
  const { rows } = await pool.query<[string]>({
    text: `SELECT coalesce(max(position), 0) FROM ${name} WHERE position < ${horizon}`,
    rowMode: 'array',
  })
  return BigInt(rows[0]?.[0] ?? 0)
}
