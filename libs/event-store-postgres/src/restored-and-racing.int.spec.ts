import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { RevisionConflict, UnknownPosition, type EventStore, type StreamName } from '@concord/event-store'
import { newEvents, readAll, take } from '@concord/event-store/testing'
import { type Database, oldestOpenTransaction } from '@concord/postgres'
import { databaseOfSpecs, eventually } from '@concord/testing'
import { appendGroup, appendStatement } from './append.js'
import { postgresEventStore } from './postgres-event-store.js'
import { eventsTable } from './schema.js'

const newStream = (): StreamName => `thing-${randomUUID()}`

describe('an event store on PostgreSQL', () => {
  const database = databaseOfSpecs()
  let schema: string
  let store: EventStore
  const open = () => postgresEventStore({ database: database(), schema })
  beforeEach(async () => {
    schema = `s${randomUUID().replaceAll('-', '')}`
    store = await open()
  })

  /** What a dump and restore into a new server does: rows keep positions that are far above what transaction ids there give. */
  const restoreElsewhere = () => database().pool.query(`UPDATE ${schema}.events SET position = position + (1000000000::bigint << 20)`)

  describe('after a dump and restore', () => {
    it('goes on above all positions that it holds, in order, and loses nothing', async () => {
      const stream = newStream()
      await store.append(stream, 'no-stream', newEvents(3))
      await restoreElsewhere()
      const restored = await open()
      await restored.append(stream, 2n, newEvents(2))
      const seen = await take(restored, 5)
      expect(seen.map(({ revision }) => revision)).toEqual([0n, 1n, 2n, 3n, 4n])
      expect(seen).toEqual(await readAll(restored, stream))
    })

    it('notices also when it was open all the while', async () => {
      const stream = newStream()
      await store.append(stream, 'no-stream', newEvents(1))
      await restoreElsewhere()
      const [before] = await readAll(store, stream)
      await Promise.all([store.append(stream, 0n, newEvents(2)), store.append(newStream(), 'no-stream', newEvents(1))])
      expect(await take(store, 3, before?.position)).toHaveLength(3)
    })

    it('tells a subscriber that remembers a position from before', async () => {
      const position = await store.append(newStream(), 'no-stream', newEvents(1))
      await restoreElsewhere()
      await expect(take(store, 1, position)).rejects.toThrow(UnknownPosition)
    })
  })

  describe('among several processes', () => {
    it('records an append of each race once, whoever wins', async () => {
      const stores = [store, await open(), await open()]
      const streams = Array.from({ length: 30 }, newStream)
      const outcomes = await Promise.allSettled(
        stores.flatMap((one) => streams.map((stream) => one.append(stream, 'no-stream', newEvents(2)))),
      )
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(30)
      for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(RevisionConflict)
      for (const stream of streams) expect(await readAll(store, stream)).toHaveLength(2)
    })

    it('answers both with one position when both record the same events', async () => {
      const other = await open()
      const [stream, events] = [newStream(), newEvents(2)]
      const positions = await Promise.all([store.append(stream, 'no-stream', events), other.append(stream, 'no-stream', events)])
      expect(positions[0]).toBe(positions[1])
      expect(await readAll(store, stream)).toHaveLength(2)
    })

    it('refuses a transaction whose id is older than the last event of the stream', async () => {
      const stream = newStream()
      const client = await database().pool.connect()
      await client.query('BEGIN')
      await client.query('SELECT pg_current_xact_id()')
      await store.append(stream, 'no-stream', newEvents(1))
      const group = [{ stream, expected: 0n, events: newEvents(1) }]
      expect(await appendGroup(client, appendStatement(eventsTable(schema)), group)).toEqual([expect.any(RevisionConflict)])
      await client.query('ROLLBACK')
      client.release()
    })
  })

  it('does not let an append that cannot be written hurt those beside it', async () => {
    const [event] = newEvents(1)
    if (!event) throw new Error('no event')
    const outcomes = await Promise.allSettled([
      store.append(newStream(), 'no-stream', [{ ...event, id: 'not a uuid' }]),
      store.append(newStream(), 'no-stream', newEvents(1)),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  })

  it('tells idle subscribers of appends, who need not look again by themselves', async () => {
    let told = 0
    const listening: Database = { ...database(), listen: (channel, wake) => database().listen(channel, () => ((told += 1), wake())) }
    const patient = await postgresEventStore({ database: listening, schema, pollMilliseconds: 3_600_000 })
    const start = await store.append(newStream(), 'no-stream', newEvents(1))
    const over = new AbortController()
    const watching = Array.fromAsync(patient.subscribe(start, over.signal))
    await eventually(async () => {
      await store.append(newStream(), 'no-stream', newEvents(1))
      expect(told).toBeGreaterThan(0)
    })
    over.abort()
    await watching
  })

  it('holds subscribers back while an old transaction is open, names it, and shows everything when it ends', async () => {
    const start = await store.append(newStream(), 'no-stream', newEvents(1))
    const forgotten = await database().pool.connect()
    await forgotten.query(`SET application_name = 'forgotten'; BEGIN; SELECT pg_current_xact_id()`)
    await store.append(newStream(), 'no-stream', newEvents(1))
    const seen = Array.fromAsync(store.subscribe(start, AbortSignal.timeout(100)))
    expect(await seen).toEqual([])
    // The server's oldest may be another spec's for a moment; this one stays.
    await eventually(
      async () => {
        const oldest = await oldestOpenTransaction(database().pool)
        expect(oldest).toMatchObject({ application: 'forgotten', state: 'idle in transaction' })
        expect(oldest?.heldBack).toBeGreaterThan(0n)
      },
      { within: 30_000 },
    )
    await forgotten.query('COMMIT')
    forgotten.release()
    expect(await take(store, 1, start)).toHaveLength(1)
  })
})
