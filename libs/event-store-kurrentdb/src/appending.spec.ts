import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { AccessDeniedError, jsonEvent, UnavailableError, UnknownError } from '@kurrent/kurrentdb-client'
import { EventStoreUnavailable, RevisionConflict, type StreamName } from '@concord/event-store'
import { newEvents, readAll } from '@concord/event-store/testing'
import {
  AppendRefused,
  HistoryMissing,
  kurrentEventStore,
  PartlyRecorded,
  type KurrentClient,
  type KurrentEventStore,
} from '@concord/event-store-kurrentdb'
import { fakeKurrentDb, notLeader, type FakeKurrentDb } from '@concord/event-store-kurrentdb/testing'

const newStream = (): StreamName => `thing-${randomUUID()}`

describe('appending to KurrentDB, over a fake of its client', () => {
  let db: FakeKurrentDb
  let store: KurrentEventStore
  const open = () => kurrentEventStore({ connect: db.connect, prefix: 'health' })
  /** A store whose client does something else. */
  const openWith = (change: (client: KurrentClient) => Partial<KurrentClient>) =>
    kurrentEventStore({
      connect: () => {
        const client = db.connect()
        return { ...client, ...change(client) }
      },
      prefix: 'health',
    })
  const recordedIds = () => db.log.filter(({ type }) => !type.startsWith('$')).map(({ id }) => id)
  beforeEach(() => {
    db = fakeKurrentDb()
    store = open()
  })
  afterEach(async () => {
    jest.useRealTimers()
    await store.close()
  })

  it('keeps an event as JSON in a stream of the context, with its cause beside it', async () => {
    const events = newEvents(1)
    await store.append('homeSickbed-1', 'no-stream', events)
    const [json, metadata] = [JSON.stringify(events[0]?.data), events[0]?.cause]
    expect(db.log).toMatchObject([{ streamId: 'health.homeSickbed-1', json, metadata }])
  })

  it('takes data of every kind of JSON', async () => {
    const stream = newStream()
    const events = [null, true, 12, 'text', ['list'], {}].flatMap((data) => newEvents(1).map((event) => ({ ...event, data })))
    await store.append(stream, 'no-stream', events)
    expect((await readAll(store, stream)).map(({ data }) => data)).toEqual(events.map(({ data }) => data))
  })

  describe('once more', () => {
    it('is known where the server would record it again, also by a process that has not seen the stream', async () => {
      const stream = newStream()
      const events = newEvents(2)
      const position = await store.append(stream, 'no-stream', events)
      expect(await open().append(stream, 1n, events)).toBe(position)
      expect(recordedIds()).toHaveLength(2)
      const bare = db.connect()
      await bare.appendToStream(
        `health.${stream}`,
        events.map(({ id, type }) => jsonEvent({ id, type, data: {} })),
        { streamState: 1n },
      )
      expect(recordedIds()).toHaveLength(4)
    })

    it('is known when its answer was lost on the way', async () => {
      const stream = newStream()
      const events = newEvents(2)
      db.loseNextAnswer()
      const position = await store.append(stream, 'no-stream', events)
      expect(await readAll(store, stream)).toMatchObject([{ id: events[0]?.id }, { id: events[1]?.id, position }])
      expect(db.counts.append).toBe(2)
    })

    it('is answered also by a server that does not tell where it stands', async () => {
      const silent = openWith((client) => ({
        appendToStream: async (...append) => {
          const { success, nextExpectedRevision } = await client.appendToStream(...append)
          return { success, nextExpectedRevision }
        },
      }))
      const stream = newStream()
      const position = await silent.append(stream, 'no-stream', newEvents(2))
      expect((await readAll(store, stream)).at(-1)?.position).toBe(position)
    })

    it('is refused when some of its events are recorded and the last is not', async () => {
      const stream = newStream()
      const events = newEvents(3)
      const without = (left: number) => events.filter((_, nth) => nth !== left)
      await store.append(stream, 'no-stream', without(2))
      await expect(store.append(stream, 1n, without(0))).rejects.toThrow(PartlyRecorded)
      await expect(store.append(stream, 0n, without(0))).rejects.toThrow(RevisionConflict)
      await expect(store.append(stream, 'no-stream', without(1))).rejects.toThrow(RevisionConflict)
      expect(recordedIds()).toHaveLength(2)
    })
  })

  it('refuses an append of nothing, and one that holds an event twice', async () => {
    const events = newEvents(1)
    await expect(store.append(newStream(), 'no-stream', [])).rejects.toThrow(RangeError)
    await expect(store.append(newStream(), 'no-stream', [...events, ...events])).rejects.toThrow(PartlyRecorded)
    expect(db.log).toEqual([])
  })

  it('does not read again what was read just before', async () => {
    const stream = newStream()
    await store.append(stream, 'no-stream', newEvents(3))
    await store.append(stream, 2n, newEvents(1))
    expect(db.counts.read).toBe(0)
    const other = open()
    await readAll(other, stream)
    await other.append(stream, 3n, newEvents(1))
    expect(db.counts.read).toBe(1)
  })

  it('asks the leader for everything', async () => {
    const asked: unknown[] = []
    const watched = openWith((client) => ({
      appendToStream: (name, events, options) => client.appendToStream(name, events, (asked.push(options), options)),
      readStream: (name, options) => client.readStream(name, (asked.push(options), options)),
      readAll: (options) => client.readAll((asked.push(options), options)),
      subscribeToAll: (options, readable) => client.subscribeToAll((asked.push(options), options), readable),
      getStreamMetadata: (name, options) => client.getStreamMetadata(name, (asked.push(options), options)),
    }))
    const stream = newStream()
    await readAll(watched, stream)
    const position = await watched.append(stream, 'no-stream', newEvents(1))
    await Array.fromAsync(watched.subscribe(position, AbortSignal.timeout(20)))
    expect(asked).toHaveLength(5)
    for (const options of asked) expect(options).toMatchObject({ requiresLeader: true })
  })

  describe('while the server is away', () => {
    it.each([
      ['there is no connection, with a new client', new UnavailableError(), 3],
      ['someone else leads, to whom the client goes by itself', notLeader(), 1],
    ])('tries again when %s', async (_, error, clients) => {
      const stream = newStream()
      db.failNext('append', error)
      await store.append(stream, 'no-stream', newEvents(1))
      db.failNext('read', error)
      expect(await readAll(store, stream)).toHaveLength(1)
      expect(db.counts.connect).toBe(clients)
    })

    it('reads again after an outage, which a client that was there then never does', async () => {
      const stream = newStream()
      await store.append(stream, 'no-stream', newEvents(1))
      const stubborn = db.connect()
      db.goDown()
      const reading = readAll(store, stream)
      await expect(Array.fromAsync(stubborn.readStream(`health.${stream}`))).rejects.toThrow(UnavailableError)
      db.comeUp()
      await expect(Array.fromAsync(stubborn.readStream(`health.${stream}`))).rejects.toThrow(UnavailableError)
      expect(await reading).toHaveLength(1)
    })

    it('makes one new client for all who found the connection broken', async () => {
      for (let nth = 0; nth < 5; nth += 1) db.failNext('append', new UnavailableError())
      await Promise.all(Array.from({ length: 5 }, () => store.append(newStream(), 'no-stream', newEvents(1))))
      expect(db.counts.connect).toBe(2)
    })

    it('gives up when it stays away', async () => {
      db.goDown()
      await expect(store.append(newStream(), 'no-stream', newEvents(1))).rejects.toThrow(EventStoreUnavailable)
      expect(db.counts.append).toBe(7)
    })

    it('knows what it had recorded when that is asked for again', async () => {
      const unheard = openWith((client) => ({
        appendToStream: async (...append) => {
          await client.appendToStream(...append)
          throw new UnavailableError()
        },
      }))
      const stream = newStream()
      const events = newEvents(1)
      await expect(unheard.append(stream, 'no-stream', events)).rejects.toThrow(EventStoreUnavailable)
      expect(await store.append(stream, 'no-stream', events)).toBe(db.log[0]?.position)
      expect(recordedIds()).toHaveLength(1)
    })

    it.each([
      ['who asks', new AccessDeniedError(), AccessDeniedError],
      ['how it is asked', new UnknownError(undefined, 'Could not recognize Required field not set'), AppendRefused],
      ['so large an event', new UnknownError(undefined, 'Could not recognize Maximum Append Event Size Exceeded'), AppendRefused],
    ])('does not try again when the server refuses %s', async (_, error, told) => {
      db.failNext('append', error)
      await expect(store.append(newStream(), 'no-stream', newEvents(1))).rejects.toThrow(told)
      expect(db.counts.append).toBe(1)
    })

    it.each(['Could not recognize Server Is Not Ready', 'Could not recognize Server Is Busy', 'No leader info available in response', ''])(
      'tries again when the server says %j, for which the client has no name',
      async (words) => {
        db.failNext('append', new UnknownError(undefined, words))
        await store.append(newStream(), 'no-stream', newEvents(1))
        expect(db.counts.append).toBe(2)
      },
    )

    it('has fewer appends under way than the client can lose without ending the process', async () => {
      let underWay = 0
      let most = 0
      const counted = openWith((client) => ({
        appendToStream: async (...append) => {
          underWay += 1
          most = Math.max(most, underWay)
          return client.appendToStream(...append).finally(() => (underWay -= 1))
        },
      }))
      await Promise.all(Array.from({ length: 60 }, () => counted.append(newStream(), 'no-stream', newEvents(1))))
      expect(most).toBe(12)
    })
  })

  describe('a stream that was deleted or truncated', () => {
    it.each([
      ['for good', (streamId: string) => db.tombstone(streamId)],
      ['softly', (streamId: string) => db.truncations.set(streamId, 2n ** 63n - 1n)],
      ['before its second event', (streamId: string) => db.truncations.set(streamId, 1n)],
    ])('%s has no history to decide on', async (_, remove) => {
      const stream = newStream()
      await store.append(stream, 'no-stream', newEvents(2))
      remove(`health.${stream}`)
      await expect(readAll(store, stream)).rejects.toThrow(HistoryMissing)
    })

    it.each([
      ['for good', (streamId: string) => db.tombstone(streamId)],
      ['softly', (streamId: string) => db.truncations.set(streamId, 2n ** 63n - 1n)],
    ])('%s is not begun anew in silence', async (_, remove) => {
      const stream = newStream()
      await store.append(stream, 'no-stream', newEvents(2))
      remove(`health.${stream}`)
      await expect(open().append(stream, 'no-stream', newEvents(1))).rejects.toThrow(HistoryMissing)
    })
  })
})
