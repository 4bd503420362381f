import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { jsonEvent } from '@kurrent/kurrentdb-client'
import { eventStoreContract } from '@concord/event-store/testing'
import { kurrentEventStore } from '@concord/event-store-kurrentdb'
import { fakeKurrentDb } from '@concord/event-store-kurrentdb/testing'

eventStoreContract('an event store on KurrentDB, over a fake of its client', () => {
  const db = fakeKurrentDb()
  const store = kurrentEventStore({ connect: db.connect, prefix: 'health' })
  // The server keeps books, and other contexts write: one whose name begins with the same letters too.
  const noise = setInterval(() => {
    db.write('$stats-127.0.0.1:2113', jsonEvent({ id: randomUUID(), type: '$statsCollected', data: {} }))
    db.write('healthcare-security.enrolment-1', jsonEvent({ id: randomUUID(), type: 'Enrolled', data: {} }))
  }, 1)
  return Promise.resolve({
    store,
    readsWholeSeconds: true,
    // One leader writes one log: there is no commit that could come late.
    appendSlowly: async (stream, expected, events, rest) => {
      await sleep(rest / 8)
      return store.append(stream, expected, events)
    },
    close: async () => {
      clearInterval(noise)
      await store.close()
    },
  })
})
