import { contextName } from '@concord/contracts'
import type { Projection } from '@concord/projections'
import type { PublishedLog } from '@concord/published-log'
import type { Agreement } from '@concord/recognition'
import { type Clock, today } from '@concord/service-kit'
import type { RegistryTables } from '../tables/registry-tables.js'
import { applyEvents } from './apply-events.js'
import type { Deciding } from './decide-anew.js'

/** By which agreements, and by whose calendar. */
export interface Ruling {
  readonly agreements: readonly Agreement[]
  readonly clock: Clock
}

/** Deciding now, for what has just been learned. */
export const decidingNow = ({ schema }: RegistryTables, { agreements, clock }: Ruling): Deciding => ({
  schema,
  feed: schema,
  agreements,
  on: today(clock),
  at: clock.now().toISOString(),
})

/** The registry as what is folded from everyone's published events. */
export const registryProjection = (tables: RegistryTables, log: PublishedLog, ruling: Ruling): Projection => ({
  name: 'registry',
  log,
  topics: contextName.options,
  pool: tables.database.pool,
  schema: tables.schema,
  apply: (events, client) => applyEvents(client, decidingNow(tables, ruling), events),
})
