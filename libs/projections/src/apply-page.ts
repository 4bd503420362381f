import type { PoolClient } from 'pg'
import { type PublishedEvent, UnreadableEvent } from '@concord/contracts'
import { transaction } from '@concord/postgres'
import type { Follower, LogPage, Offset } from '@concord/published-log'
import { applyOrPark, type Incoming, park } from './apply-or-park.js'
import { incoming } from './incoming.js'
import { beginPlace, type Checkpoint, enterSchema, type Projection } from './projection.js'

/**
 * Applies a page in one transaction with its checkpoint, unless somebody else came first.
 * @returns how far the place is applied now
 */
const applyPage = async (projection: Projection, page: LogPage): Promise<Offset> => {
  const began = new Date()
  const events = await Promise.all(page.events.map((event) => incoming(projection, page.topic, event)))
  const { at, news } = await transaction(projection.pool, async (client) => {
    await enterSchema(client, projection)
    // What a power failure takes is applied again from the log: the checkpoint goes with it. What others are told meanwhile must not be, and says so itself.
    await client.query('SET LOCAL synchronous_commit = off')
    const { offset, position } = await holdPlace(projection, client, page)
    if (offset !== page.after) return { at: offset, news: [] }
    const news = await withoutUnreadableRepeats(projection, client, firstAppearances(events, position))
    const parked = await parkedAmong(projection, client, news)
    const waits = ({ person }: Incoming): boolean => parked.has(person)
    await park(projection, client, news.filter(waits))
    await applyOrPark(
      projection,
      client,
      news.filter((event) => !waits(event)),
    )
    await moveCheckpoint(projection, client, page, news)
    return { at: page.offset, news }
  })
  if (news.length > 0)
    projection.onApplied?.({ topic: page.topic, partition: page.partition, events: news.map(({ event }) => event), began })
  return at
}

/**
 * Holds all topics of the page's partition: what is known of one person comes from several topics and is applied one after the other,
 * in whatever process.
 */
const holdPlace = async (
  { name }: Projection,
  client: PoolClient,
  { topic, partition }: LogPage,
): Promise<Pick<Checkpoint, 'offset' | 'position'>> => {
  const { rows } = await client.query<{ topic: string; offset: string; position: string }>({
    name: 'hold projection checkpoint',
    text: `SELECT topic, "offset", position FROM projection_checkpoint WHERE projection = $1 AND partition = $2 ORDER BY topic FOR UPDATE`,
    values: [name, partition],
  })
  const here = rows.find((row) => row.topic === topic)
  if (!here) throw new Error(`projection ${name} has no checkpoint for ${topic}, partition ${partition}`)
  return { offset: BigInt(here.offset), position: BigInt(here.position) }
}

/** Asked once the place is held: a statement that waits sees what was there before it waited. */
const parkedAmong = async ({ name }: Projection, client: PoolClient, events: readonly Incoming[]): Promise<ReadonlySet<string>> => {
  if (events.length === 0) return new Set()
  const { rows } = await client.query<{ person: string }>({
    name: 'persons that are parked',
    text: 'SELECT DISTINCT person FROM projection_parked WHERE projection = $1 AND released IS NULL AND person = ANY ($2)',
    values: [name, [...new Set(events.map(({ person }) => person))]],
  })
  return new Set(rows.map(({ person }) => person))
}

/** A publisher may repeat itself; each event appears first after all before it. One that cannot be read has no say in that. */
const firstAppearances = (events: readonly Incoming[], position: bigint): readonly Incoming[] =>
  events.filter(({ event }) => {
    if (event instanceof UnreadableEvent) return true
    if (event.position <= position) return false
    position = event.position
    return true
  })

/** What could not be read is known again by all that it is, also when somebody has released it. */
const withoutUnreadableRepeats = async (
  { name }: Projection,
  client: PoolClient,
  events: readonly Incoming[],
): Promise<readonly Incoming[]> => {
  const unreadable = events.filter(({ event }) => event instanceof UnreadableEvent)
  if (unreadable.length === 0) return events
  const { rows } = await client.query<Pick<Incoming, 'person' | 'topic' | 'body'>>(
    'SELECT person, topic, body FROM projection_parked WHERE projection = $1 AND person = ANY ($2)',
    [name, unreadable.map(({ person }) => person)],
  )
  const known = new Set(rows.map(wholeOf))
  const repeated = new Set<Incoming>()
  for (const one of unreadable) {
    if (known.has(wholeOf(one))) repeated.add(one)
    known.add(wholeOf(one))
  }
  return events.filter((one) => !repeated.has(one))
}

const wholeOf = ({ person, topic, body }: Pick<Incoming, 'person' | 'topic' | 'body'>): string => `${person} ${topic} ${body}`

const moveCheckpoint = async (
  { name }: Projection,
  client: PoolClient,
  { topic, partition, offset, sourceRead }: LogPage,
  news: readonly Incoming[],
): Promise<void> => {
  const last = news.map(({ event }) => event).findLast((event): event is PublishedEvent => !(event instanceof UnreadableEvent))
  await client.query({
    name: 'move projection checkpoint',
    text: `UPDATE projection_checkpoint
           SET "offset" = $4, position = greatest(position, $5), recorded_at = coalesce($6, recorded_at)
           WHERE projection = $1 AND partition = $2 AND topic = $3`,
    values: [name, partition, topic, offset, later(last?.position ?? 0n, sourceRead), last?.recordedAt ?? null],
  })
}

const later = (one: bigint, other: bigint): bigint => (one > other ? one : other)

export const followerOf = (projection: Projection): Follower => ({
  begin: (place) => beginPlace(projection, place),
  take: (page) => applyPage(projection, page),
})
