import type { ClientBase, Pool } from 'pg'
import type { Position } from '@concord/event-store'
import type { OrderedTable } from '@concord/postgres'
import type { Append } from './append.js'

/** The same checks as for a group, in a plan that starts in half the time: most appends of a quiet store are one event alone. */
export const appendOneStatement = ({ name, start, restored, channel }: OrderedTable) => ({
  name: `append one to ${name}`,
  rowMode: 'array' as const,
  text: `
    WITH here AS MATERIALIZED (SELECT ${start} AS start, ${restored} AS restored, pg_notify('${channel}', ''))
    INSERT INTO ${name} (position, stream, revision, id, type, data, cause)
    SELECT here.start + 1, $1, $2::bigint + 1, $3::uuid, $4, $5::json, $6::json
    FROM here
    LEFT JOIN LATERAL (SELECT revision, position FROM ${name} WHERE stream = $1 ORDER BY revision DESC LIMIT 1) AS last ON true
    WHERE NOT here.restored AND coalesce(last.revision, -1) = $2 AND coalesce(last.position, 0) < here.start
      AND NOT EXISTS (SELECT FROM ${name} WHERE id = $3)
    RETURNING position`,
})

/** Nothing when it cannot be recorded; the statement for groups says why. */
export const appendOne = async (
  client: ClientBase | Pool,
  statement: ReturnType<typeof appendOneStatement>,
  { stream, expected, events }: Append,
): Promise<Position | undefined> => {
  const [event] = events
  if (event === undefined || events.length > 1) return undefined
  const before = expected === 'no-stream' ? -1n : expected
  const values = [stream, before, event.id, event.type, JSON.stringify(event.data), JSON.stringify(event.cause)]
  const { rows } = await client.query<[string]>({ ...statement, values })
  return rows[0] && BigInt(rows[0][0])
}
