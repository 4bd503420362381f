import type { Pool } from 'pg'
import type { Position } from '@concord/event-store'
import type { OrderedTable } from '@concord/postgres'
import type { Append } from './append.js'

/**
 * One event alone, as most appends of a quiet store are, in a plan that starts in half the time of the one for groups. It is a
 * transaction of its own: what it sees of the stream has smaller transaction ids, so that positions need no check here.
 */
export const appendOneStatement = ({ name, start, restored, channel }: OrderedTable) => ({
  name: `append one to ${name}`,
  rowMode: 'array' as const,
  text: `
    INSERT INTO ${name} (position, stream, revision, id, type, data, cause)
    SELECT ${start} + 1, $1, $2::bigint + 1, $3::uuid, $4, $5::json, $6::json
    WHERE NOT ${restored}
      AND coalesce((SELECT revision FROM ${name} WHERE stream = $1 ORDER BY revision DESC LIMIT 1), -1) = $2
      AND NOT EXISTS (SELECT FROM ${name} WHERE id = $3)
    RETURNING position, CASE WHEN $7 THEN pg_notify('${channel}', '') END`,
})

/** Nothing when it cannot be recorded; the statement for groups says why. */
export const appendOne = async (
  pool: Pool,
  statement: ReturnType<typeof appendOneStatement>,
  { stream, expected, events }: Append,
  hint: boolean,
): Promise<Position | undefined> => {
  const [event] = events
  if (event === undefined || events.length > 1) return undefined
  const before = expected === 'no-stream' ? -1n : expected
  const values = [stream, before, event.id, event.type, JSON.stringify(event.data), JSON.stringify(event.cause), hint]
  const { rows } = await pool.query<[string]>({ ...statement, values })
  return rows[0] && BigInt(rows[0][0])
}
