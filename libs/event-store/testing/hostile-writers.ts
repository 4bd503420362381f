import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@jest/globals'
import type { EventStore, ExpectedRevision, NewEvent, Position, RecordedEvent, StreamName } from '@concord/event-store'
import { newEvents } from './events.js'

export type SlowAppend = (
  stream: StreamName,
  expected: ExpectedRevision,
  events: readonly NewEvent[],
  restMilliseconds: number,
) => Promise<Position>

const writers = 8
const eventsEach = 2_500
const streamsEach = 5

/** Eight writers whose commits come late and out of order, and four subscribers that must not mind. */
export const hostileWriters = async (store: EventStore, appendSlowly: SlowAppend): Promise<void> => {
  const start = await store.append(`start-${randomUUID()}`, 'no-stream', newEvents(1))
  const end = newEvents(1)
  const isEnd = (events: readonly RecordedEvent[]) => events.at(-1)?.id === end[0]?.id
  const early = follow(store, start, isEnd)
  const restarted = followRestarting(store, start, isEnd)
  const midway = sleep(500).then(() => follow(store, start, isEnd))
  const written = (await Promise.all(Array.from({ length: writers }, () => write(appendSlowly)))).flat()
  await store.append(`end-${randomUUID()}`, 'no-stream', end)
  for (const seen of await Promise.all([early, midway, restarted, follow(store, start, isEnd)])) {
    const events = seen.slice(0, -1)
    expect(inAscendingPositions(events)).toBe(true)
    expect(revisionsFollow(events)).toBe(true)
    expect(new Set(events.map(({ id }) => id))).toEqual(new Set(written))
    expect(events).toHaveLength(writers * eventsEach)
  }
}

const write = async (appendSlowly: SlowAppend): Promise<string[]> => {
  const streams = Array.from({ length: streamsEach }, () => ({ name: `hostile-${randomUUID()}` as const, length: 0 }))
  const ids: string[] = []
  while (ids.length < eventsEach) {
    const stream = streams[Math.floor(Math.random() * streamsEach)]
    if (!stream) continue
    const events = newEvents(Math.min(1 + Math.floor(Math.random() * 3), eventsEach - ids.length))
    await appendSlowly(stream.name, stream.length === 0 ? 'no-stream' : BigInt(stream.length - 1), events, Math.random() * 8)
    stream.length += events.length
    ids.push(...events.map(({ id }) => id))
  }
  return ids
}

type Enough = (events: readonly RecordedEvent[]) => boolean

const follow = async (store: EventStore, after: Position, enough: Enough): Promise<RecordedEvent[]> => {
  const leave = new AbortController()
  const seen: RecordedEvent[] = []
  for await (const page of store.subscribe(after, leave.signal)) {
    seen.push(...page)
    if (enough(seen)) leave.abort()
  }
  return seen
}

const followRestarting = async (store: EventStore, start: Position, enough: Enough): Promise<RecordedEvent[]> => {
  const seen: RecordedEvent[] = []
  while (!enough(seen)) {
    const few = 1 + Math.floor(Math.random() * 300)
    seen.push(...(await follow(store, seen.at(-1)?.position ?? start, (events) => enough(events) || events.length >= few)))
  }
  return seen
}

const inAscendingPositions = (events: readonly RecordedEvent[]): boolean =>
  events.every(({ position }, nth) => nth === 0 || position > (events[nth - 1]?.position ?? 0n))

/** Each stream is seen from revision 0 without a hole. */
const revisionsFollow = (events: readonly RecordedEvent[]): boolean => {
  const next = new Map<string, bigint>()
  return events.every(({ stream, revision }) => {
    const expected = next.get(stream) ?? 0n
    next.set(stream, expected + 1n)
    return revision === expected
  })
}
