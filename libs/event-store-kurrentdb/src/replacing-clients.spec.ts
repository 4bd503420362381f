import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { UnavailableError } from '@kurrent/kurrentdb-client'
import { EventStoreUnavailable, type StreamName } from '@concord/event-store'
import { newEvents, readAll, take } from '@concord/event-store/testing'
import { kurrentEventStore, type KurrentEventStore } from '@concord/event-store-kurrentdb'
import { fakeKurrentDb, type FakeKurrentDb } from '@concord/event-store-kurrentdb/testing'
import { eventually } from '@concord/testing'

const newStream = (): StreamName => `thing-${randomUUID()}`

describe('a KurrentDB client that is no longer answered, over a fake of it', () => {
  let db: FakeKurrentDb
  let store: KurrentEventStore
  const open = () => kurrentEventStore({ connect: db.connect, prefix: 'health' })
  const append = () => store.append(newStream(), 'no-stream', newEvents(1))
  /** Ten seconds pass while something waits for its answer. */
  const waitInVain = async (asked: Promise<unknown>): Promise<void> => {
    const waited = expect(asked).rejects.toThrow(EventStoreUnavailable)
    await jest.advanceTimersByTimeAsync(9_999)
    expect(await Promise.race([asked, new Promise((resolve) => setImmediate(() => resolve('still waiting')))])).toBe('still waiting')
    await jest.advanceTimersByTimeAsync(1)
    await waited
  }
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] })
    db = fakeKurrentDb()
    store = open()
  })
  afterEach(async () => {
    jest.useRealTimers()
    await store.close()
  })

  it.each([
    ['a read', 'read', () => readAll(store, newStream())],
    ['an append', 'append', () => append()],
  ] as const)('lets %s wait for ten seconds, and the next asks a new one', async (_, call, ask) => {
    db.muteNext(call)
    await waitInVain(ask())
    await ask()
    expect(db.counts.connect).toBe(2)
  })

  it('does not keep a stream’s turn for an append that has to read first', async () => {
    const stream = newStream()
    const first = newEvents(1)
    await store.append(stream, 'no-stream', first)
    store = open()
    db.muteNext('read')
    const repeated = store.append(stream, 0n, first)
    const next = store.append(stream, 0n, newEvents(1))
    await waitInVain(repeated)
    await next
    expect(db.log).toHaveLength(2)
  })

  it('is replaced when a subscriber cannot be told that its place is there', async () => {
    const position = await append()
    await append()
    db.muteNext('read')
    const following = take(store, 1, position)
    await jest.advanceTimersByTimeAsync(10_100)
    expect((await following).map((event) => event.position)).toEqual([db.log.at(-1)?.position])
    expect(db.counts.connect).toBe(2)
  })

  it('is not blamed when a subscriber leaves before its answer', async () => {
    const position = await append()
    const leave = new AbortController()
    db.muteNext('read')
    const following = Array.fromAsync(store.subscribe(position, leave.signal))
    leave.abort()
    expect(await following).toEqual([])
    expect(db.counts.connect).toBe(1)
  })
})

describe('a KurrentDB client that another one took the place of', () => {
  let db: FakeKurrentDb
  let store: KurrentEventStore
  const append = () => store.append(newStream(), 'no-stream', newEvents(1))
  /** The client is found broken, and replaced. */
  const breakOnce = async () => {
    db.failNext('read', new UnavailableError())
    await readAll(store, newStream())
  }
  beforeEach(() => {
    db = fakeKurrentDb()
    store = kurrentEventStore({ connect: db.connect, prefix: 'health' })
  })

  it('leaves no call open at the server, however often that happens', async () => {
    for (let time = 0; time < 5; time += 1) {
      await append()
      await breakOnce()
    }
    expect([db.counts.connect, db.appending.size]).toEqual([6, 0])
  })

  it('stays as long as somebody follows it', async () => {
    await append()
    const leave = new AbortController()
    const following = Array.fromAsync(store.subscribe(0n, leave.signal))
    await eventually(() => expect(db.live.size).toBe(1))
    await breakOnce()
    await append()
    expect(db.appending.size).toBe(2)
    leave.abort()
    await following
    expect(db.appending.size).toBe(1)
  })

  it('is let go of with all others when the store is closed', async () => {
    await append()
    const subscriber = store.subscribe(0n, new AbortController().signal)[Symbol.asyncIterator]()
    await subscriber.next()
    await breakOnce()
    await append()
    expect(db.appending.size).toBe(2)
    await store.close()
    expect(db.appending.size).toBe(0)
    await subscriber.return?.()
  })
})
