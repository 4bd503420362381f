import type { Pool, PoolClient } from 'pg'
import { encodePublished, type PublishedEvent } from '@concord/contracts'

interface Row {
  readonly person: string
  readonly event: string
}

type Stored = PublishedEvent extends infer Event
  ? Event extends PublishedEvent
    ? Omit<Event, 'position'> & { readonly position: string }
    : never
  : never

/** These bytes were checked when they came in; checking them again at each lookup would cost more than the lookup. */
const stored = (text: string): PublishedEvent => {
  const event = JSON.parse(text) as Stored
  return { ...event, position: BigInt(event.position) }
}

/** Keeps events; those that are there already stay as they are. */
export const storeFacts = async (client: PoolClient, schema: string, events: readonly PublishedEvent[]): Promise<void> => {
  await client.query({
    name: `store-facts-${schema}`,
    text: `INSERT INTO ${schema}.facts (person, context, position, event)
           SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[]) ON CONFLICT DO NOTHING`,
    values: [
      events.map(({ person }) => person),
      events.map(({ context }) => context),
      events.map(({ position }) => position),
      events.map(encodePublished),
    ],
  })
}

/** What is known of each of these persons; nobody's facts are none. */
export const factsOfPersons = async (
  client: Pool | PoolClient,
  schema: string,
  persons: readonly string[],
): Promise<ReadonlyMap<string, readonly PublishedEvent[]>> => {
  const { rows } = await client.query<Row>({
    name: `facts-of-persons-${schema}`,
    text: `SELECT person, event FROM ${schema}.facts WHERE person = ANY ($1) ORDER BY person, context, position`,
    values: [persons],
  })
  const facts = new Map<string, PublishedEvent[]>(persons.map((person) => [person, []]))
  for (const { person, event } of rows) facts.get(person)?.push(stored(event))
  return facts
}
