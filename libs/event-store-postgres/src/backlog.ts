import type { Position } from '@concord/event-store'
import type { Database } from '@concord/postgres'
import { eventsTable } from './schema.js'

/** Further nobody counts: the index is walked for each event. */
const countedAtMost = 100_000

/** What a subscriber that has come to a position has still before it: how many events, and when the first of them was recorded. */
export const backlogAfter = async (
  { pool }: Database,
  schema: string,
  position: Position,
): Promise<{ readonly events: number; readonly since: Date | undefined }> => {
  const { name } = eventsTable(schema)
  const { rows } = await pool.query<[number, Date | null]>({
    text: `SELECT (SELECT count(*)::int FROM (SELECT FROM ${name} WHERE position > $1 LIMIT ${countedAtMost}) AS counted),
                  (SELECT recorded_at FROM ${name} WHERE position > $1 ORDER BY position LIMIT 1)`,
    values: [position],
    rowMode: 'array',
  })
  const [events, since] = rows[0] ?? [0, null]
  return { events, since: since ?? undefined }
}
