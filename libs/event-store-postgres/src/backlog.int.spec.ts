import { randomUUID } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { newEvents, readAll } from '@concord/event-store/testing'
import { databaseOfSpecs } from '@concord/testing'
import { backlogAfter } from './backlog.js'
import { postgresEventStore } from './postgres-event-store.js'

describe('the backlog of a subscriber', () => {
  it('is what stands behind its position, and as old as the first of it', async () => {
    const store = await postgresEventStore({ database: database(), schema: 'health' })
    expect(await backlogAfter(database(), 'health', 0n)).toEqual({ events: 0, since: undefined })
    const stream = `thing-${randomUUID()}` as const
    await store.append(stream, 'no-stream', newEvents(3))
    const last = await store.append(stream, 2n, newEvents(1))
    const [first, second] = await readAll(store, stream)
    expect(await backlogAfter(database(), 'health', 0n)).toEqual({ events: 4, since: new Date(first?.recordedAt ?? 0) })
    expect(await backlogAfter(database(), 'health', first?.position ?? 0n)).toEqual({ events: 3, since: new Date(second?.recordedAt ?? 0) })
    expect(await backlogAfter(database(), 'health', last)).toEqual({ events: 0, since: undefined })
  })

  const database = databaseOfSpecs()
})
