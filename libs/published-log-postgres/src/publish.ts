import type { ClientBase, Pool } from 'pg'
import { encodePublished, type PublishedEvent } from '@concord/contracts'
import { epochTable, orderedTable, type OrderedTable } from '@concord/postgres'
import type { Topic } from '@concord/published-log'

/** All topics share one table; each reads its own part of the index. */
export const logTable = (schema: string): OrderedTable => orderedTable(schema, 'published', '"offset"')

export const logTables = `
  ${epochTable}
  CREATE TABLE IF NOT EXISTS published (
    "offset" bigint PRIMARY KEY,
    topic text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    position bigint NOT NULL,
    body text NOT NULL,
    UNIQUE (topic, "offset")
  );
`

/** A publisher that knows one person's events in order sends them one after the other: a later statement has a greater transaction id. */
export const publishStatement = ({ name, start, restored, channel }: OrderedTable) => ({
  name: `publish to ${name}`,
  text: `
    WITH here AS MATERIALIZED (SELECT ${start} AS start, ${restored} AS restored, pg_notify('${channel}', ''))
    INSERT INTO ${name} ("offset", topic, person, position, body)
    SELECT here.start + e.place, $1, e.person, e.position, e.body
    FROM here, unnest($2::text[], $3::bigint[], $4::text[]) WITH ORDINALITY AS e(person, position, body, place)
    WHERE NOT here.restored`,
})

/** False when the server began to count transactions anew: nothing was written. */
export const publishBatch = async (
  client: ClientBase | Pool,
  statement: ReturnType<typeof publishStatement>,
  topic: Topic,
  events: readonly PublishedEvent[],
): Promise<boolean> => {
  const columns = [events.map(({ person }) => person), events.map(({ position }) => position), events.map(encodePublished)]
  const { rowCount } = await client.query({ ...statement, values: [topic, ...columns] })
  return rowCount === events.length
}
