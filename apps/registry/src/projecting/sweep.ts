import { transaction } from '@concord/postgres'
import { addDays, type PlainDate } from '@concord/standards'
import type { RegistryTables } from '../tables/registry-tables.js'
import { decideAnew, type Deciding, purposesOf, takeTurn } from './decide-anew.js'

const atOnce = 2_000

/**
 * Decides again for everyone for whom a date changes something, day by day from the last day that was looked at, so that what
 * changed during a standstill is told in the order in which it happened.
 */
export const sweep = async (tables: RegistryTables, today: PlainDate, on: (day: PlainDate) => Deciding): Promise<void> => {
  for (let day = await firstUnswept(tables, today); day <= today; day = addDays(day, 1)) {
    while (await sweepSome(tables, on(day))) continue
    await tables.database.pool.query(
      `INSERT INTO ${tables.schema}.swept (until) VALUES ($1) ON CONFLICT (only_row) DO UPDATE SET until = excluded.until`,
      [day],
    )
  }
}

/** What was decided for a purpose that no agreement knows any more stays as it is. @returns whether there may be more */
const sweepSome = ({ database, schema }: RegistryTables, deciding: Deciding): Promise<boolean> =>
  transaction(database.pool, async (client) => {
    await takeTurn(client, schema, 'alone')
    const { rows } = await client.query<{ person: string }>(
      `SELECT DISTINCT person FROM (
         SELECT person FROM ${schema}.decisions WHERE next_change_on <= $1 AND purpose = ANY ($2) ORDER BY next_change_on LIMIT $3
       ) AS due`,
      [deciding.on, purposesOf(deciding.agreements).map(({ code }) => code), atOnce],
    )
    await decideAnew(
      client,
      deciding,
      rows.map(({ person }) => person),
    )
    return rows.length > 0
  })

const firstUnswept = async ({ database, schema }: RegistryTables, today: PlainDate): Promise<PlainDate> => {
  const { rows } = await database.pool.query<{ until: PlainDate }>(`SELECT until::text FROM ${schema}.swept`)
  const until = rows[0]?.until
  return until === undefined ? today : addDays(until, 1)
}
