import { schemaOf } from '@concord/service-host'
import { type ContextName, contextName } from '@concord/contracts'
import { headPosition } from '@concord/event-store-postgres'
import { transaction } from '@concord/postgres'
import { applyEvents } from '../../../registry/src/projecting/apply-events.js'
import type { Deciding } from '../../../registry/src/projecting/decide-anew.js'
import type { RegistryTables } from '../../../registry/src/tables/registry-tables.js'
import { cityContexts } from '../city/contexts.js'
import type { City } from '../city/open-city.js'

/**
 * A second registry from the agencies' own events, past the log and its checkpoints, so that what got lost or doubled on the way shows.
 * @param said hears how many events were read so far
 */
export const buildAfresh = async (
  city: City,
  afresh: RegistryTables,
  deciding: Deciding,
  said: (events: number) => void,
): Promise<void> => {
  let events = 0
  for (const name of contextName.options)
    for await (const page of eventsOf(city, name)) {
      const published = page.map(cityContexts[name].toPublishedEvent).filter((event) => event !== undefined)
      await transaction(afresh.database.pool, (client) => applyEvents(client, deciding, published))
      events += page.length
      said(events)
    }
}

async function* eventsOf({ database, stores }: City, name: ContextName) {
  const head = await headPosition(database, schemaOf(name))
  if (head === 0n) return
  const enough = new AbortController()
  for await (const page of stores[name].subscribe(0n, enough.signal)) {
    yield page.filter(({ position }) => position <= head)
    if ((page.at(-1)?.position ?? 0n) >= head) enough.abort()
  }
}
