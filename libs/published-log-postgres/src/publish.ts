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
    -- Nobody's entry tells that the source was read up to its position, where its last events stay private.
    person text COLLATE "C",
    position bigint NOT NULL,
    body text,
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

/** An event, or nobody's entry. */
type Entry = readonly [person: string | null, position: bigint, body: string | null]

export const entriesOf = (events: readonly PublishedEvent[], sourceRead: bigint): readonly Entry[] => {
  const entries = events.map((event): Entry => [event.person, event.position, encodePublished(event)])
  return sourceRead > (events.at(-1)?.position ?? 0n) ? [...entries, [null, sourceRead, null]] : entries
}

/** False when the server began to count transactions anew: nothing was written. */
export const publishBatch = async (
  client: ClientBase | Pool,
  statement: ReturnType<typeof publishStatement>,
  topic: Topic,
  entries: readonly Entry[],
): Promise<boolean> => {
  const columns = [entries.map(([person]) => person), entries.map(([, position]) => position), entries.map(([, , body]) => body)]
  const { rowCount } = await client.query({ ...statement, values: [topic, ...columns] })
  return rowCount === entries.length
}
