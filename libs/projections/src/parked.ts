import type { PoolClient } from 'pg'
import { type PublishedEvent, UnreadableEvent } from '@concord/contracts'
import { personId, type PersonId } from '@concord/identity'
import { transaction } from '@concord/postgres'
import type { Topic } from '@concord/published-log'
import { applyOrPark, type Incoming } from './apply-or-park.js'
import { incoming } from './incoming.js'
import { enterSchema, type Projection } from './projection.js'

/** Someone whose events stopped at one that cannot be applied. */
export interface ParkedPerson {
  readonly person: PersonId
  /** Of the event that cannot be applied. */
  readonly topic: Topic
  readonly position: bigint
  readonly error: string
  readonly since: Date
  /** Events that wait, this one included. */
  readonly events: number
}

/** Who decides to go on without an event, and why. No personal data. */
export interface Release {
  readonly by: string
  readonly reason: string
}

/** Longest parked first. @param whom everybody when not said */
export const parkedPersons = async ({ name, pool, schema }: Projection, whom?: PersonId): Promise<ParkedPerson[]> => {
  const { rows } = await pool.query<ParkedRow>({
    rowMode: 'array',
    text: `
      SELECT DISTINCT ON (person) person, topic, position, coalesce(error, ''), parked_at, count(*) OVER (PARTITION BY person)::int
      FROM ${schema}.projection_parked WHERE projection = $1 AND released IS NULL AND ($2::text IS NULL OR person = $2) ORDER BY person, nth`,
    values: [name, whom],
  })
  return rows.map(toParked).toSorted((one, other) => one.since.getTime() - other.since.getTime())
}

/** How many persons are parked, by the topic of the event that cannot be applied. */
export const parkedByTopic = async ({ name, pool, schema }: Projection): Promise<ReadonlyMap<Topic, number>> => {
  const { rows } = await pool.query<[Topic, number]>({
    rowMode: 'array',
    text: `
      SELECT topic, count(*)::int FROM (
        SELECT DISTINCT ON (person) topic FROM ${schema}.projection_parked WHERE projection = $1 AND released IS NULL ORDER BY person, nth
      ) AS parked GROUP BY topic`,
    values: [name],
  })
  return new Map(rows)
}

/** Applies the person's events again, in order. False when one still cannot be applied: it and those behind it stay parked. */
export const retryParked = (projection: Projection, person: PersonId): Promise<boolean> =>
  transaction(projection.pool, async (client) => {
    await holdRunner(projection, client)
    return applyAgain(projection, client, person)
  })

/** Somebody else has retried or released meanwhile. */
export class NotStoppedByThat extends Error {
  override readonly name = 'NotStoppedByThat'
}

/**
 * Goes on without the event that cannot be applied; it is kept with who decided so. False when another one stops the person.
 * @throws NotStoppedByThat when it is not this event that stops the person
 */
export const releaseParked = (
  projection: Projection,
  { person, topic, position }: Pick<ParkedPerson, 'person' | 'topic' | 'position'>,
  { by, reason }: Release,
): Promise<boolean> =>
  transaction(projection.pool, async (client) => {
    await holdRunner(projection, client)
    const { rowCount } = await client.query(
      `UPDATE projection_parked SET released = json_build_object('by', $5::text, 'reason', $6::text, 'at', now())
       WHERE nth = (SELECT min(nth) FROM projection_parked WHERE projection = $1 AND person = $2 AND released IS NULL)
         AND topic = $3 AND position = $4`,
      [projection.name, person, topic, position, by, reason],
    )
    if (rowCount === 0) throw new NotStoppedByThat()
    return applyAgain(projection, client, person)
  })

/** Every page moves a checkpoint: while these are held no page is applied, and nobody queues behind someone who is just let go. */
const holdRunner = async (projection: Projection, client: PoolClient): Promise<void> => {
  await enterSchema(client, projection)
  await client.query('SELECT FROM projection_checkpoint WHERE projection = $1 ORDER BY partition, topic FOR UPDATE', [projection.name])
}

const applyAgain = async (projection: Projection, client: PoolClient, person: PersonId): Promise<boolean> => {
  const waiting = 'projection = $1 AND person = $2 AND released IS NULL'
  const { rows } = await client.query<[Topic, string, string, Date]>({
    rowMode: 'array',
    text: `SELECT topic, position, body, min(parked_at) OVER () FROM projection_parked WHERE ${waiting} ORDER BY nth`,
    values: [projection.name, person],
  })
  await client.query(`DELETE FROM projection_parked WHERE ${waiting}`, [projection.name, person])
  const events = await Promise.all(
    rows.map(([topic, position, body]) => incoming(projection, topic, { person, position: BigInt(position), body })),
  )
  await applyOrPark(projection, client, events)
  await reach(projection, client, person, events)
  // Who still waits has waited since then, however often it was tried.
  const left = await client.query(`UPDATE projection_parked SET parked_at = $3 WHERE ${waiting}`, [projection.name, person, rows[0]?.[3]])
  return left.rowCount === 0
}

/** What can be read now counts for the place: when its publisher repeats it, it is known. */
const reach = async ({ name, log }: Projection, client: PoolClient, person: PersonId, events: readonly Incoming[]): Promise<void> => {
  const readable = events.map(({ event }) => event).filter((event): event is PublishedEvent => !(event instanceof UnreadableEvent))
  for (const [topic, [last]] of Map.groupBy(readable.toReversed(), ({ context }) => context)) {
    const { partition } = await log.placeOf(topic, person)
    await client.query(
      'UPDATE projection_checkpoint SET position = greatest(position, $4) WHERE projection = $1 AND partition = $2 AND topic = $3',
      [name, partition, topic, last?.position],
    )
  }
}

type ParkedRow = [person: string, topic: Topic, position: string, error: string, since: Date, events: number]

const toParked = ([person, topic, position, error, since, events]: ParkedRow): ParkedPerson => ({
  person: personId.parse(person),
  topic,
  position: BigInt(position),
  error,
  since,
  events,
})
