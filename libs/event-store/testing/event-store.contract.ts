import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { RevisionConflict, UnknownPosition, type EventStore, type RecordedEvent, type StreamName } from '@concord/event-store'
import { newEvents, readAll, take } from './events.js'
import { hostileWriters, type SlowAppend } from './hostile-writers.js'

export interface StoreUnderTest {
  readonly store: EventStore
  /** An append that rests between taking its position and becoming visible, as a transaction does whose commit is late. */
  readonly appendSlowly: SlowAppend
  /** Its client tells readers of a stream whole seconds, and subscribers the instant. */
  readonly readsWholeSeconds?: true
  readonly close: () => Promise<void>
}

/** What every event store keeps, whatever it stands on. */
export const eventStoreContract = (name: string, makeStore: () => Promise<StoreUnderTest>): void => {
  describe(name, () => {
    let made: StoreUnderTest
    let store: EventStore
    beforeAll(async () => {
      made = await makeStore()
      store = made.store
    })
    afterAll(() => made.close())

    describe('a stream', () => {
      it('gives back what was appended, in order, from revision 0', async () => {
        const stream = newStream()
        const events = newEvents(3)
        const position = await store.append(stream, 'no-stream', events)
        const recorded = await readAll(store, stream)
        expect(recorded.map(asAppended)).toEqual(events)
        expect(recorded.map(({ revision }) => revision)).toEqual([0n, 1n, 2n])
        expect(recorded.at(-1)?.position).toBe(position)
        expect(recorded.every((event) => event.stream === stream && !Number.isNaN(Date.parse(event.recordedAt)))).toBe(true)
      })

      it('keeps the trace of a command that was traced, and none of one that was not', async () => {
        const stream = newStream()
        const trace = `00-${'4b'.repeat(16)}-${'a3'.repeat(8)}-01`
        await store.append(
          stream,
          'no-stream',
          newEvents(2).map((event, nth) => (nth === 0 ? { ...event, cause: { ...event.cause, trace } } : event)),
        )
        expect((await readAll(store, stream)).map(({ cause }) => cause.trace)).toEqual([trace, undefined])
      })

      it('is empty when nothing was ever appended', async () => {
        expect(await readAll(store, newStream())).toEqual([])
      })

      it('goes on from the revision that its writer expects', async () => {
        const stream = newStream()
        const first = await store.append(stream, 'no-stream', newEvents(2))
        const second = await store.append(stream, 1n, newEvents(1))
        expect(second).toBeGreaterThan(first)
        expect(await readAll(store, stream)).toHaveLength(3)
      })

      it.each([
        ['expects an older revision', 0n],
        ['expects a revision that is not there yet', 2n],
        ['expects no stream', 'no-stream'],
      ] as const)('refuses a writer that %s, and records nothing', async (_, expected) => {
        const stream = newStream()
        await store.append(stream, 'no-stream', newEvents(2))
        await expect(store.append(stream, expected, newEvents(2))).rejects.toThrow(RevisionConflict)
        expect(await readAll(store, stream)).toHaveLength(2)
      })

      it('refuses a writer that expects a revision of a stream that does not exist', async () => {
        await expect(store.append(newStream(), 0n, newEvents(1))).rejects.toThrow(RevisionConflict)
      })

      it('knows a repeated append by its event ids and answers the old position', async () => {
        const stream = newStream()
        const events = newEvents(2)
        const position = await store.append(stream, 'no-stream', events)
        await store.append(stream, 1n, newEvents(1))
        expect(await store.append(stream, 'no-stream', events)).toBe(position)
        expect(await store.append(stream, 2n, events)).toBe(position)
        expect(await readAll(store, stream)).toHaveLength(3)
      })
    })

    describe('many writers', () => {
      it('lets one of those who expect the same revision write, and tells the others', async () => {
        const stream = newStream()
        const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => store.append(stream, 'no-stream', newEvents(1))))
        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
        expect(await readAll(store, stream)).toHaveLength(1)
      })

      it('does not let the conflict of one hurt those who write at the same moment', async () => {
        const taken = newStream()
        await store.append(taken, 'no-stream', newEvents(1))
        const free = Array.from({ length: 20 }, newStream)
        const outcomes = await Promise.allSettled([taken, ...free].map((stream) => store.append(stream, 'no-stream', newEvents(1))))
        expect(outcomes.map(({ status }) => status)).toEqual(['rejected', ...free.map(() => 'fulfilled')])
      })

      it('keeps the order of one writer that does not wait for its own appends', async () => {
        const stream = newStream()
        const events = newEvents(10)
        await Promise.all(events.map((event, nth) => store.append(stream, nth === 0 ? 'no-stream' : BigInt(nth - 1), [event])))
        expect((await readAll(store, stream)).map(({ id }) => id)).toEqual(events.map(({ id }) => id))
      })
    })

    describe('a subscription', () => {
      it('shows past events, then live ones, each once, in the order of bigint positions', async () => {
        const stream = newStream()
        const start = await store.append(stream, 'no-stream', newEvents(1))
        const past = newEvents(3)
        await store.append(stream, 0n, past)
        const watching = take(store, 5, start)
        const live = newEvents(2)
        await store.append(stream, 3n, live)
        const seen = await watching
        expect(seen.map(({ id }) => id)).toEqual([...past, ...live].map(({ id }) => id))
        expect(seen.every(({ position }, nth) => nth === 0 || position > (seen[nth - 1]?.position ?? 0n))).toBe(true)
      })

      it('shows an event as it was recorded', async () => {
        const stream = newStream()
        const start = await store.append(stream, 'no-stream', newEvents(1))
        await store.append(stream, 0n, newEvents(1))
        const told = made.readsWholeSeconds ? inWholeSeconds : (event: RecordedEvent) => event
        expect((await take(store, 1, start)).map(told)).toEqual((await readAll(store, stream)).slice(1))
      })

      it('goes on after any position that it has seen', async () => {
        const all = await take(store, 20)
        for (const [nth, { position }] of all.slice(0, -1).entries()) expect((await take(store, 1, position))[0]).toEqual(all[nth + 1])
      })

      it('ends when its signal aborts, also while nothing happens', async () => {
        const leave = new AbortController()
        const last = await store.append(newStream(), 'no-stream', newEvents(1))
        const watching = Array.fromAsync(store.subscribe(last, leave.signal))
        setTimeout(() => leave.abort(), 20)
        expect(await watching).toEqual([])
        expect(await Array.fromAsync(store.subscribe(0n, AbortSignal.abort()))).toEqual([])
      })

      it('refuses to go on after a position where no event stands', async () => {
        const last = await store.append(newStream(), 'no-stream', newEvents(1))
        await expect(take(store, 1, last + 1_000_000_000n)).rejects.toThrow(UnknownPosition)
      })
    })

    it(
      'shows every event exactly once and in stream order to every subscriber, however late its writers commit',
      () => hostileWriters(store, made.appendSlowly),
      120_000,
    )
  })
}

const newStream = (): StreamName => `thing-${randomUUID()}`

const asAppended = ({ id, type, data, cause }: RecordedEvent) => ({ id, type, data, cause })

const inWholeSeconds = (event: RecordedEvent): RecordedEvent => ({ ...event, recordedAt: event.recordedAt.replace(/\.\d{3}Z$/, '.000Z') })
