import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe } from '@jest/globals'
import { eventStoreContract } from '@concord/event-store/testing'
import { openKurrentEventStore } from '@concord/event-store-kurrentdb'

const url = process.env['KURRENTDB_URL']

/** Each run has streams of its own; it leaves them there. */
const contract = (name: string): void =>
  eventStoreContract(name, async () => {
    const store = await openKurrentEventStore({ url: url ?? '', prefix: `contract-${randomUUID()}` })
    return {
      store,
      readsWholeSeconds: true,
      // One leader writes one log: there is no commit that could come late.
      appendSlowly: async (stream, expected, events, rest) => {
        await sleep(rest)
        return store.append(stream, expected, events)
      },
      close: () => store.close(),
    }
  })

if (url === undefined) {
  const skipped = 'The contract was not run on KurrentDB: KURRENTDB_URL names no server'
  process.stderr.write(`${skipped}\n`)
  describe.skip(skipped, () => contract('an event store on KurrentDB'))
} else contract('an event store on KurrentDB')
