import type { PoolClient } from 'pg'
import { parkedPersons } from '@concord/projections'
import { today } from '@concord/service-kit'
import type { PlainDate } from '@concord/standards'
import { mistoldDecisions, unlikePersons } from '../comparing/what-is-said.js'
import { type Beside, noteUnlike, type RebuildGround } from './beside.js'
import { movingAmong } from './moving.js'
import { fetchAll, snapshot } from './snapshot.js'

/** How a version beside the live one differs from it. */
export interface VersionsCompared {
  /** The day in China for which both decided. */
  readonly on: PlainDate
  readonly persons: number
  /** Persons of whom the two say different things, though both have applied the same events of theirs. */
  readonly different: number
  /** Some of them. */
  readonly examples: readonly string[]
  /** Persons who could not be compared: one of the two has not come to their latest events. */
  readonly moving: number
  /** Decisions of which the live feed, folded, says something else than the live registry. */
  readonly mistold: number
  /** Persons whom the version parked. */
  readonly parked: number
}

const examplesShown = 10

/**
 * Compares person by person, as of one moment, and notes who may differ: a swap tells the differences of those, and of whoever gets
 * events from then on, to subscribers. Nothing is written in the transaction that looks, so that it holds nobody back however long it takes.
 */
export const compareVersions = async (ground: RebuildGround, beside: Beside): Promise<VersionsCompared> => {
  const { version, tables, projection } = beside
  const { pool } = tables.database
  const on = today(ground.ruling.clock)
  await pool.query(`TRUNCATE ${version}.unlike, ${version}.mistold`)
  const found = await snapshot(pool, async (client) => {
    const unlike = await noteUnlikePersons(ground, beside, client)
    const mistold = await noteMistold(ground, beside, client)
    const { rows } = await client.query<{ persons: number }>(`SELECT count(DISTINCT person)::int AS persons FROM ${version}.facts`)
    return { ...unlike, mistold, persons: rows[0]?.persons ?? 0 }
  })
  await pool.query(`INSERT INTO ${version}.unlike SELECT person FROM ${version}.mistold ON CONFLICT DO NOTHING`)
  await pool.query(`ANALYZE ${version}.unlike, ${version}.mistold`)
  return { on, ...found, parked: (await parkedPersons(projection)).length }
}

const noteUnlikePersons = async (ground: RebuildGround, { version, tables }: Beside, client: PoolClient) => {
  const examples: string[] = []
  let [different, moving] = [0, 0]
  for await (const rows of fetchAll<{ person: string }>(client, unlikePersons(ground.live.schema, version))) {
    const persons = rows.map(({ person }) => person)
    const inMotion = await movingAmong(ground, version, client, persons)
    const settled = persons.filter((person) => !inMotion.has(person))
    await noteUnlike(tables.database.pool, version, persons)
    different += settled.length
    moving += inMotion.size
    examples.push(...settled.slice(0, examplesShown - examples.length))
  }
  return { different, moving, examples }
}

interface Mistold {
  readonly person: string
  readonly purpose: string
  readonly decision: string | null
  readonly answer: string | null
}

const noteMistold = async ({ live }: RebuildGround, { version, tables }: Beside, client: PoolClient): Promise<number> => {
  let mistold = 0
  for await (const rows of fetchAll<Mistold>(client, mistoldDecisions(live.schema))) {
    mistold += rows.length
    const columns = (['person', 'purpose', 'decision', 'answer'] as const).map((column) => rows.map((row) => row[column]))
    await tables.database.pool.query(
      `INSERT INTO ${version}.mistold SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])`,
      columns,
    )
  }
  return mistold
}
