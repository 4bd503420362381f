import type { PoolClient } from 'pg'
import { prepareProjection, type Projection } from '@concord/projections'
import type { PublishedLog } from '@concord/published-log'
import { applyEvents } from '../projecting/apply-events.js'
import type { Deciding } from '../projecting/decide-anew.js'
import { decidingNow, registryProjection, type Ruling } from '../projecting/registry-projection.js'
import { openRegistryTables, type RegistryTables } from '../tables/registry-tables.js'
import type { BesideVersion } from './versions.js'

/** What a rebuild stands on. */
export interface RebuildGround {
  /** Of the registry's database. */
  readonly url: string
  readonly log: PublishedLog
  readonly ruling: Ruling
  /** The registry that answers. */
  readonly live: Projection
}

/** A version of the registry beside the live one. It is kept up to date like that one, but nobody is told what it decides. */
export interface Beside {
  readonly version: BesideVersion
  readonly tables: RegistryTables
  readonly projection: Projection
  readonly deciding: () => Deciding
  readonly close: () => Promise<void>
}

/** Opens a version, or makes it; what an ended process left there is gone on with. */
export const openBeside = async (
  { url, log, ruling }: RebuildGround,
  version: BesideVersion,
  onApplied: (events: number) => void = () => {},
): Promise<Beside> => {
  const tables = await openRegistryTables(url, version)
  const deciding = (): Deciding => ({ ...decidingNow(tables, ruling), feed: undefined })
  const projection: Projection = {
    ...registryProjection(tables, log, ruling),
    apply: async (events, client) => {
      await applyEvents(client, deciding(), events)
      await noteUnlike(client, version, [...new Set(events.map(({ person }) => person))])
      onApplied(events.length)
    },
  }
  await prepareProjection(projection)
  await tables.database.pool.query(notes(version))
  return { version, tables, projection, deciding, close: () => tables.close() }
}

/** What is noted while versions are compared and swapped, beside the version itself. */
const notes = (version: BesideVersion): string => `
  -- Of whom the two versions may say different things.
  CREATE TABLE IF NOT EXISTS ${version}.unlike (person text PRIMARY KEY);
  -- What the live feed, folded, says otherwise than the live decisions: the last line about it, if there is one.
  CREATE TABLE IF NOT EXISTS ${version}.mistold (
    person text NOT NULL,
    purpose text NOT NULL,
    decision text,
    answer text,
    PRIMARY KEY (person, purpose)
  )`

export const noteUnlike = async (client: Pick<PoolClient, 'query'>, version: BesideVersion, persons: readonly string[]): Promise<void> => {
  await client.query({
    name: `note-unlike-${version}`,
    text: `INSERT INTO ${version}.unlike SELECT unnest($1::text[]) ON CONFLICT DO NOTHING`,
    values: [persons],
  })
}
