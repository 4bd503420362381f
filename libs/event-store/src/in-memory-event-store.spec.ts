import { eventStoreContract } from '@concord/event-store/testing'
import { inMemoryEventStore } from './in-memory-event-store.js'

eventStoreContract('an event store in memory', async () => {
  const store = inMemoryEventStore()
  return Promise.resolve({
    store,
    appendSlowly: async (stream, expected, events, rest) => {
      await new Promise((resolve) => setTimeout(resolve, rest / 8))
      return store.append(stream, expected, events)
    },
    close: () => Promise.resolve(),
  })
})
