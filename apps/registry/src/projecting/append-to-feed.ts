import type { PoolClient } from 'pg'
import type { ContextName } from '@concord/contracts'

/** A decision that is new to the agency that owns the purpose. */
export interface FeedLine {
  readonly agency: ContextName
  readonly person: string
  readonly purpose: string
  /** The decision's JSON. */
  readonly text: string
  /** The JSON of what the purpose may see of it. */
  readonly answer: string
}

/** Subscribers look again when they hear this. */
export const feedChannel = (schema: string): string => `${schema}_feed`

/** Whose feed, and when. */
interface Telling {
  readonly schema: string
  /** ISO instant, UTC. */
  readonly at: string
}

export const appendToFeed = async (client: PoolClient, telling: Telling, lines: readonly FeedLine[]): Promise<void> => {
  await appendSelected(client, telling, {
    name: `append-to-feed-${telling.schema}`,
    lines: `SELECT * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
              WITH ORDINALITY AS l (agency, person, purpose, decision, answer, place)`,
    values: [
      lines.map(({ agency }) => agency),
      lines.map(({ person }) => person),
      lines.map(({ purpose }) => purpose),
      lines.map(({ text }) => text),
      lines.map(({ answer }) => answer),
    ],
  })
}

/** Lines as the server finds them. */
export interface SelectedLines {
  /** Of the prepared statement. */
  readonly name: string
  /** SQL: agency, person, purpose, decision, answer, and place, by which they are put in order. Its first value is $2. */
  readonly lines: string
  readonly values: readonly unknown[]
}

/**
 * Numbers each agency's lines on from its last one. Holding the agency's head until the commit keeps numbers without holes and in the order
 * of commits.
 * @returns how many lines
 */
export const appendSelected = async (
  client: PoolClient,
  { schema, at }: Telling,
  { name, lines, values }: SelectedLines,
): Promise<number> => {
  const { rowCount } = await client.query({
    name,
    text: `WITH line AS (
             SELECT agency, person, purpose, decision, answer, row_number() OVER (PARTITION BY agency ORDER BY place) AS nth
             FROM (${lines}) AS l
           ), head AS (
             INSERT INTO ${schema}.feed_heads AS h (agency, number) SELECT agency, count(*) FROM line GROUP BY agency ORDER BY agency
             ON CONFLICT (agency) DO UPDATE SET number = h.number + excluded.number
             RETURNING h.agency, h.number
           ), size AS (SELECT agency, count(*) AS added FROM line GROUP BY agency)
           INSERT INTO ${schema}.feed (agency, number, person, purpose, decision, answer, recorded_at)
           SELECT agency, head.number - size.added + line.nth, person, purpose, decision, answer, $1::timestamptz
           FROM line JOIN head USING (agency) JOIN size USING (agency)`,
    values: [at, ...values],
  })
  // Whoever reads a number keeps it: it must not be lost with a server and then be another line's. The rest of a page may be.
  await client.query(`SET LOCAL synchronous_commit TO DEFAULT; NOTIFY ${feedChannel(schema)}`)
  return rowCount ?? 0
}
