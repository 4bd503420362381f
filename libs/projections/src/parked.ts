import type { PoolClient } from 'pg'
import { personId, type PersonId } from '@concord/identity'
import { transaction } from '@concord/postgres'
import type { Topic } from '@concord/published-log'
import { applyOrPark } from './apply-or-park.js'
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

/** Longest parked first. */
export const parkedPersons = async ({ name, pool, schema }: Projection): Promise<ParkedPerson[]> => {
  const { rows } = await pool.query<ParkedRow>({
    rowMode: 'array',
    text: `
      SELECT DISTINCT ON (person) person, topic, position, coalesce(error, ''), parked_at, count(*) OVER (PARTITION BY person)::int
      FROM ${schema}.projection_parked WHERE projection = $1 AND released IS NULL ORDER BY person, nth`,
    values: [name],
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

/** Goes on without the event that cannot be applied; it is kept with who decided so. False when another one stops the person. */
export const releaseParked = (projection: Projection, person: PersonId, release: Release): Promise<boolean> =>
  transaction(projection.pool, async (client) => {
    await holdRunner(projection, client)
    await client.query(
      `UPDATE projection_parked SET released = json_build_object('by', $3::text, 'reason', $4::text, 'at', now())
       WHERE nth = (SELECT min(nth) FROM projection_parked WHERE projection = $1 AND person = $2 AND released IS NULL)`,
      [projection.name, person, release.by, release.reason],
    )
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
  // Who still waits has waited since then, however often it was tried.
  const left = await client.query(`UPDATE projection_parked SET parked_at = $3 WHERE ${waiting}`, [projection.name, person, rows[0]?.[3]])
  return left.rowCount === 0
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
