import type { PoolClient } from 'pg'
import type { PublishedEvent } from '@concord/contracts'
import { decideAnew, type Deciding, takeTurn } from './decide-anew.js'
import { storeFacts } from './stored-facts.js'

/** What a batch of published events does to the registry, in the caller's transaction, which has these persons to itself. Repeating it does nothing. */
export const applyEvents = async (client: PoolClient, deciding: Deciding, events: readonly PublishedEvent[]): Promise<void> => {
  await takeTurn(client, deciding.schema, 'shared')
  await storeFacts(client, deciding.schema, events)
  await decideAnew(client, deciding, [...new Set(events.map(({ person }) => person))])
}
