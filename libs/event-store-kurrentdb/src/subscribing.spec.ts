import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import {
  AccessDeniedError,
  CancelledError,
  jsonEvent,
  UnavailableError,
  UnknownError,
  type AllStreamSubscription,
} from '@kurrent/kurrentdb-client'
import { UnknownPosition, type EventPage, type Position, type RecordedEvent, type StreamName } from '@concord/event-store'
import { newEvents, take } from '@concord/event-store/testing'
import { kurrentEventStore, UnreadableEvent, type KurrentEventStore } from '@concord/event-store-kurrentdb'
import { fakeKurrentDb, notLeader, type FakeKurrentDb } from '@concord/event-store-kurrentdb/testing'
import { eventually } from '@concord/testing'

const newStream = (): StreamName => `thing-${randomUUID()}`

/** Seconds, in steps in which the fake server gets round to its answers. */
const passing = async (seconds: number): Promise<void> => {
  for (let step = 0; step < seconds * 10; step += 1) {
    await jest.advanceTimersByTimeAsync(100)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

describe('subscribing to KurrentDB, over a fake of its client', () => {
  let db: FakeKurrentDb
  let store: KurrentEventStore
  let leave: AbortController
  const record = (count: number): Promise<Position> => store.append(newStream(), 'no-stream', newEvents(count))
  const positions = (): Position[] => db.log.filter(({ streamId }) => streamId.startsWith('health.')).map(({ position }) => position)
  const others = (): void => {
    db.write('$stats-127.0.0.1:2113', jsonEvent({ type: '$statsCollected', data: {} }))
    db.write('healthcare-security.enrolment-1', jsonEvent({ type: 'Enrolled', data: {} }))
    db.write('$$health.thing-1', jsonEvent({ type: '$metadata', data: {} }))
  }
  /** A subscriber that notes what it is handed. */
  const follow = (after: Position = 0n) => {
    const pages: EventPage[] = []
    const ended = (async () => {
      for await (const page of store.subscribe(after, leave.signal)) pages.push(page)
    })()
    ended.catch(() => {})
    const seen = (): Position[] => pages.flat().map(({ position }: RecordedEvent) => position)
    return { pages, ended, hasSeen: (count: number) => eventually(() => expect(seen()).toHaveLength(count)), seen }
  }
  beforeEach(() => {
    db = fakeKurrentDb()
    store = kurrentEventStore({ connect: db.connect, prefix: 'health' })
    leave = new AbortController()
  })
  afterEach(async () => {
    jest.useRealTimers()
    leave.abort()
    await eventually(() => expect(db.live.size).toBe(0))
    await store.close()
  })

  it('leaves out what the server and other contexts write, and hands out no empty page', async () => {
    const subscriber = follow()
    others()
    await record(2)
    others()
    await record(1)
    others()
    await subscriber.hasSeen(3)
    expect(subscriber.seen()).toEqual(positions())
    expect(subscriber.pages.every(({ length }) => length > 0)).toBe(true)
  })

  it('leaves out that the server deleted a stream', async () => {
    const stream = newStream()
    await store.append(stream, 'no-stream', newEvents(1))
    db.tombstone(`health.${stream}`)
    await record(1)
    expect((await take(store, 2)).map(({ type }) => type)).toEqual(['SomethingHappened', 'SomethingHappened'])
  })

  it('hands out at once what has come in the meantime', async () => {
    await record(100)
    const subscriber = follow()
    await subscriber.hasSeen(100)
    expect(subscriber.pages.length).toBeLessThan(5)
  })

  it('takes no more from the server than it has room for', async () => {
    for (let nth = 0; nth < 5; nth += 1) await record(1_000)
    const subscriber = store.subscribe(0n, leave.signal)[Symbol.asyncIterator]()
    await subscriber.next()
    await record(1)
    expect(db.counts.sent).toBeLessThanOrEqual(1_500)
    await subscriber.return?.()
  })

  describe('goes on from the last event that it handed out', () => {
    it.each([
      ['the connection broke', new UnavailableError()],
      ['another node leads', notLeader()],
      ['the server cancelled the call', new CancelledError()],
      ['no node leads yet', new UnknownError(undefined, 'No leader info available in response')],
      ['no node was found', new Error('Failed to discover after 10 attempts.')],
      ['the server let go without a word', undefined],
    ])('when %s', async (_, error) => {
      const subscriber = follow()
      await record(2)
      await subscriber.hasSeen(2)
      db.endSubscriptions(error)
      await record(3)
      await subscriber.hasSeen(5)
      db.failNext('subscribe', error ?? new UnavailableError())
      db.endSubscriptions(error)
      await record(1)
      await subscriber.hasSeen(6)
      expect(subscriber.seen()).toEqual(positions())
    })

    it('while the subscriber was still at work on it', async () => {
      await record(700)
      const subscriber = store.subscribe(0n, leave.signal)[Symbol.asyncIterator]()
      const first = await subscriber.next()
      db.endSubscriptions(new UnavailableError())
      await record(1)
      const seen = [...((first.value ?? []) as EventPage)]
      while (seen.length < 701) seen.push(...(((await subscriber.next()).value ?? []) as EventPage))
      expect(seen.map(({ position }) => position)).toEqual(positions())
      await subscriber.return?.()
    })

    it('however far the log of the others has come since', async () => {
      const subscriber = follow()
      await record(1)
      await subscriber.hasSeen(1)
      others()
      db.endSubscriptions(new UnavailableError())
      others()
      await record(1)
      await subscriber.hasSeen(2)
      expect(subscriber.seen()).toEqual(positions())
    })

    it('when the server was away and is back, although the client does not read again', async () => {
      const subscriber = follow()
      await record(1)
      await subscriber.hasSeen(1)
      db.goDown()
      await eventually(() => expect(db.counts.connect).toBeGreaterThan(1))
      db.comeUp()
      await record(1)
      await subscriber.hasSeen(2)
    })
  })

  describe('ends', () => {
    it('when it remembers a place where none of its own events stands', async () => {
      const position = await record(2)
      others()
      const foreign = db.log.at(-2)?.position ?? 0n
      for (const place of [position + 1n, foreign, position + 1_000_000_000n])
        await expect(take(store, 1, place)).rejects.toThrow(UnknownPosition)
    })

    it('when the server was restored from an older copy while it was there', async () => {
      const subscriber = follow()
      const kept = await record(1)
      await record(1)
      await subscriber.hasSeen(2)
      db.cutAfter(kept)
      db.endSubscriptions(new UnavailableError())
      await expect(subscriber.ended).rejects.toThrow(UnknownPosition)
    })

    it('at once when it may not read', async () => {
      db.failNext('subscribe', new AccessDeniedError())
      await expect(follow().ended).rejects.toThrow(AccessDeniedError)
    })

    it('when someone else wrote into its streams', async () => {
      db.write('health.thing-1', jsonEvent({ type: 'Typed', data: {} }))
      await expect(follow().ended).rejects.toThrow(UnreadableEvent)
    })

    it('with what kept it from going on, after half a minute in vain', async () => {
      jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] })
      db.goDown()
      const ended = expect(follow().ended).rejects.toThrow(UnavailableError)
      await passing(25)
      expect(db.counts.subscribe).toBeLessThan(11)
      await passing(2)
      await ended
      expect(db.counts.subscribe).toBe(11)
    })

    it('when its signal aborts while the server does not answer', async () => {
      const position = await record(1)
      const mute = async function* () {
        yield await new Promise<never>(() => {})
      }
      const silent = kurrentEventStore({ connect: () => ({ ...db.connect(), readAll: mute }), prefix: 'health' })
      const ended = Array.fromAsync(silent.subscribe(position, leave.signal))
      leave.abort()
      expect(await ended).toEqual([])
    })

    it('when its signal aborts while it waits for a server that is away', async () => {
      const subscriber = follow()
      await record(1)
      await subscriber.hasSeen(1)
      jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] })
      db.goDown()
      await passing(3)
      leave.abort()
      await subscriber.ended
    })
  })

  it('does not count together what failed at different times', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] })
    const subscriber = follow()
    for (let time = 0; time < 3; time += 1) {
      db.goDown()
      await passing(15)
      db.comeUp()
      await passing(70)
    }
    jest.useRealTimers()
    await record(1)
    await subscriber.hasSeen(1)
  })

  it('is deaf to what its subscription still says when it has left', async () => {
    const made: AllStreamSubscription[] = []
    const watched = kurrentEventStore({
      connect: () => {
        const client = db.connect()
        return {
          ...client,
          subscribeToAll: (...options) => {
            const subscription = client.subscribeToAll(...options)
            made.push(subscription)
            return subscription
          },
        }
      },
      prefix: 'health',
    })
    await record(1)
    await take(watched, 1)
    expect(made).toHaveLength(1)
    expect(made[0]?.emit('error', new UnavailableError())).toBe(true)
  })

  it('leaves nothing at the server, whether it is told to go or goes', async () => {
    await record(1)
    const subscriber = follow()
    await subscriber.hasSeen(1)
    expect(db.live.size).toBe(1)
    leave.abort()
    await subscriber.ended
    for await (const page of store.subscribe(0n, new AbortController().signal)) if (page.length > 0) break
    await eventually(() => expect(db.live.size).toBe(0))
  })
})
