import type { Pool, PoolClient } from 'pg'
import type { PublishedEvent } from '@concord/contracts'
import { migrate } from '@concord/postgres'
import type { Offset, PublishedLog, Topic } from '@concord/published-log'

/** Tables that are folded from published events. Everything in them can be thrown away and folded again. */
export interface Projection {
  /** Names its checkpoints. A stored name is for ever. */
  readonly name: string
  readonly log: PublishedLog
  readonly topics: readonly Topic[]
  readonly pool: Pool
  /** Where its tables stand. The same projection in another schema is a rebuild beside the live one. */
  readonly schema: string
  /**
   * Writes what the events mean, each event once, those of one person and topic in order. `client` is in a transaction, and names
   * without a schema mean this projection's. A throw means that one of these persons cannot be applied: whoever it is gets parked.
   */
  readonly apply: (events: readonly PublishedEvent[], client: PoolClient) => Promise<void>
}

/** How far one topic is applied: the log's offset to go on from, and the source's position to drop repeats by. */
export interface Checkpoint {
  readonly offset: Offset
  readonly position: bigint
}

const tables = `
  CREATE TABLE IF NOT EXISTS projection_checkpoint (
    projection text NOT NULL,
    topic text NOT NULL,
    "offset" bigint NOT NULL DEFAULT 0,
    position bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (projection, topic)
  );
  CREATE TABLE IF NOT EXISTS projection_parked (
    nth bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    projection text NOT NULL,
    person text NOT NULL,
    topic text NOT NULL,
    position bigint NOT NULL,
    body text NOT NULL,
    -- Why this event cannot be applied; null for one that waits behind another.
    error text,
    parked_at timestamptz NOT NULL DEFAULT now(),
    -- Who decided to go on without it, when and why. Such an event is kept as a record.
    released json
  );
  CREATE INDEX IF NOT EXISTS projection_parked_waiting ON projection_parked (projection, person, nth) WHERE released IS NULL;
`

/** Makes what the runner itself keeps, in the projection's schema. Call it before anything else. */
export const prepareProjection = async ({ name, topics, pool, schema }: Projection): Promise<void> => {
  await migrate(pool, schema, tables)
  await pool.query(`INSERT INTO ${schema}.projection_checkpoint (projection, topic) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING`, [
    name,
    topics,
  ])
}

/** The transactions that apply and retry use the projection's own names. */
export const enterSchema = async (client: PoolClient, { schema }: Projection): Promise<void> => {
  await client.query(`SET LOCAL search_path = ${schema}`)
}

export const loadCheckpoint = async ({ name, pool, schema }: Projection, topic: Topic): Promise<Checkpoint> => {
  const { rows } = await pool.query<[string, string]>({
    text: `SELECT "offset", position FROM ${schema}.projection_checkpoint WHERE projection = $1 AND topic = $2`,
    values: [name, topic],
    rowMode: 'array',
  })
  const [offset, position] = rows[0] ?? ['0', '0']
  return { offset: BigInt(offset), position: BigInt(position) }
}
