import type { Pool, PoolClient } from 'pg'
import type { PublishedEvent, UnreadableEvent } from '@concord/contracts'
import { migrate } from '@concord/postgres'
import type { Offset, Place, PublishedLog, Topic } from '@concord/published-log'

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
  /** Hears of each page once it is stored: for whoever watches. */
  readonly onApplied?: (page: AppliedPage) => void
}

/** What a page brought that was not there yet, applied or parked. */
export interface AppliedPage extends Place {
  readonly events: readonly (PublishedEvent | UnreadableEvent)[]
  readonly began: Date
}

/** How far one place of the log is applied: the offset to go on from, and the source's position to drop repeats by. */
export interface Checkpoint {
  readonly offset: Offset
  readonly position: bigint
  /** When the last event applied was recorded by its source; nothing before the first. */
  readonly recordedAt: Date | undefined
}

const tables = `
  CREATE TABLE IF NOT EXISTS projection_checkpoint (
    projection text NOT NULL,
    partition int NOT NULL,
    topic text NOT NULL,
    "offset" bigint NOT NULL DEFAULT 0,
    position bigint NOT NULL DEFAULT 0,
    -- When the last event applied was recorded by its source.
    recorded_at timestamptz,
    PRIMARY KEY (projection, partition, topic)
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
export const prepareProjection = ({ pool, schema }: Projection): Promise<void> => migrate(pool, schema, tables)

/** The transactions that apply and retry use the projection's own names. */
export const enterSchema = async (client: PoolClient, { schema }: Projection): Promise<void> => {
  await client.query(`SET LOCAL search_path = ${schema}`)
}

export const noCheckpoint: Checkpoint = { offset: 0n, position: 0n, recordedAt: undefined }

/** How far a place is applied. From its first look on the place has a row, by which its pages wait for each other. */
export const beginPlace = async ({ name, pool, schema }: Projection, { topic, partition }: Place): Promise<Offset> => {
  const { rows } = await pool.query<[string]>({
    text: `INSERT INTO ${schema}.projection_checkpoint AS here (projection, partition, topic) VALUES ($1, $2, $3)
           ON CONFLICT (projection, partition, topic) DO UPDATE SET "offset" = here."offset" RETURNING "offset"`,
    values: [name, partition, topic],
    rowMode: 'array',
  })
  return BigInt(rows[0]?.[0] ?? 0)
}

/** Of all places that were ever looked at, by topic and partition. */
export const loadCheckpoints = async ({ name, pool, schema }: Projection): Promise<ReadonlyMap<string, Checkpoint>> => {
  const { rows } = await pool.query<[Topic, number, string, string, Date | null]>({
    text: `SELECT topic, partition, "offset", position, recorded_at FROM ${schema}.projection_checkpoint WHERE projection = $1`,
    values: [name],
    rowMode: 'array',
  })
  return new Map(
    rows.map(([topic, partition, offset, position, recordedAt]) => [
      placeName({ topic, partition }),
      { offset: BigInt(offset), position: BigInt(position), recordedAt: recordedAt ?? undefined },
    ]),
  )
}

export const placeName = ({ topic, partition }: Place): string => `${topic} ${partition}`
