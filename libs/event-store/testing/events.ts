import { randomUUID } from 'node:crypto'
import type { EventStore, NewEvent, Position, RecordedEvent, StreamName } from '@concord/event-store'

export const newEvents = (count: number, type = 'SomethingHappened'): NewEvent[] =>
  Array.from({ length: count }, (_, nth) => ({
    id: randomUUID(),
    type,
    data: { nth, quoted: 'a "quoted" \\ text, 失能' },
    cause: { commandId: randomUUID(), by: 'clerk-1', correlationId: 'request-1', digest: 'digest-1' },
  }))

export const readAll = async (store: EventStore, stream: StreamName): Promise<RecordedEvent[]> => Array.fromAsync(store.read(stream))

/** What a new subscriber sees first: this many events, then it leaves. */
export const take = async (store: EventStore, count: number, after: Position = 0n): Promise<RecordedEvent[]> => {
  const leave = new AbortController()
  const seen: RecordedEvent[] = []
  for await (const page of store.subscribe(after, leave.signal)) {
    seen.push(...page)
    if (seen.length >= count) leave.abort()
  }
  return seen.slice(0, count)
}
