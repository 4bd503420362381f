import { describe, expect, it } from '@jest/globals'
import type { PublishedEvent } from '@concord/contracts'
import { inMemoryEventStore, type EventStore, type RecordedEvent } from '@concord/event-store'
import { newEvents } from '@concord/event-store/testing'
import { comaBegan, eventsNow, somebody, takePages } from '@concord/published-log/testing'
import { inMemoryPublishedLog } from './in-memory-published-log.js'
import type { PublishedLog } from './published-log.js'
import { CheckpointMoved, inMemoryRelayCheckpoint, relay, type RelayCheckpoint } from './relay.js'

const person = somebody()
const translate = ({ id, type, position }: RecordedEvent): PublishedEvent | undefined =>
  type === 'Told' ? { ...comaBegan(position, person), id } : undefined

const relaying = (store: EventStore, log: PublishedLog, checkpoint: RelayCheckpoint) =>
  relay({ store, log, topic: 'health', translate, checkpoint }, AbortSignal.timeout(50))

const onLog = async (log: PublishedLog): Promise<bigint[]> => {
  const events = await eventsNow(log)
  return (await Promise.all(events.map((event) => log.read('health', event)))).map(({ position }) => position)
}

const storeWith = async (...types: string[]): Promise<EventStore> => {
  const store = inMemoryEventStore()
  await store.append(
    `coma-${person}`,
    'no-stream',
    types.flatMap((type) => newEvents(1, type)),
  )
  return store
}

describe('the relay', () => {
  it('publishes in order what others are told, and keeps the rest private', async () => {
    const [log, checkpoint] = [inMemoryPublishedLog(), inMemoryRelayCheckpoint()]
    await relaying(await storeWith('Told', 'Private', 'Told', 'Private'), log, checkpoint)
    expect(await onLog(log)).toEqual([1n, 3n])
    const [page] = await takePages(log, { until: () => true })
    expect(page?.sourceRead).toBe(4n)
    expect(await checkpoint.load()).toBe(4n)
  })

  it('goes on where it stopped', async () => {
    const [store, log, checkpoint] = [await storeWith('Told', 'Told'), inMemoryPublishedLog(), inMemoryRelayCheckpoint()]
    await relaying(store, log, checkpoint)
    await store.append(`coma-${person}`, 1n, newEvents(1, 'Told'))
    await relaying(store, log, checkpoint)
    expect(await onLog(log)).toEqual([1n, 2n, 3n])
  })

  it('repeats and never loses when it dies between publishing and its checkpoint', async () => {
    const [store, log, checkpoint] = [await storeWith('Told', 'Told'), inMemoryPublishedLog(), inMemoryRelayCheckpoint()]
    const dying: RelayCheckpoint = { ...checkpoint, move: () => Promise.reject(new Error('killed')) }
    await expect(relaying(store, log, dying)).rejects.toThrow('killed')
    await relaying(store, log, checkpoint)
    expect(await onLog(log)).toEqual([1n, 2n, 1n, 2n])
  })

  it('loses nothing when the log does not take a batch', async () => {
    const [store, log, checkpoint] = [await storeWith('Told'), inMemoryPublishedLog(), inMemoryRelayCheckpoint()]
    await expect(relaying(store, { ...log, publish: () => Promise.reject(new Error('log is down')) }, checkpoint)).rejects.toThrow(
      'log is down',
    )
    expect(await checkpoint.load()).toBe(0n)
    await relaying(store, log, checkpoint)
    expect(await onLog(log)).toEqual([1n])
  })

  it('stops when another relay of the same context moves the checkpoint', async () => {
    const [store, log, checkpoint] = [await storeWith('Told'), inMemoryPublishedLog(), inMemoryRelayCheckpoint()]
    const outcomes = await Promise.allSettled([relaying(store, log, checkpoint), relaying(store, log, checkpoint)])
    expect(outcomes).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: new CheckpointMoved('relay') }])
  })
})
