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

/** Numbers each agency's lines on from its last one. Holding the agency's head until the commit keeps numbers without holes and in the order of commits. */
export const appendToFeed = async (
  client: PoolClient,
  { schema, at }: { readonly schema: string; readonly at: string },
  lines: readonly FeedLine[],
): Promise<void> => {
  await client.query({
    name: `append-to-feed-${schema}`,
    text: `WITH line AS (
             SELECT agency, person, purpose, decision, answer, row_number() OVER (PARTITION BY agency ORDER BY place) AS nth
             FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY AS l (agency, person, purpose, decision, answer, place)
           ), head AS (
             INSERT INTO ${schema}.feed_heads AS h (agency, number) SELECT agency, count(*) FROM line GROUP BY agency ORDER BY agency
             ON CONFLICT (agency) DO UPDATE SET number = h.number + excluded.number
             RETURNING h.agency, h.number
           ), size AS (SELECT agency, count(*) AS added FROM line GROUP BY agency)
           INSERT INTO ${schema}.feed (agency, number, person, purpose, decision, answer, recorded_at)
           SELECT agency, head.number - size.added + line.nth, person, purpose, decision, answer, $6::timestamptz
           FROM line JOIN head USING (agency) JOIN size USING (agency)`,
    values: [
      lines.map(({ agency }) => agency),
      lines.map(({ person }) => person),
      lines.map(({ purpose }) => purpose),
      lines.map(({ text }) => text),
      lines.map(({ answer }) => answer),
      at,
    ],
  })
  await client.query(`NOTIFY ${feedChannel(schema)}`)
}
