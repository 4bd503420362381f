import type { PoolClient } from 'pg'
import { transaction } from '@concord/postgres'
import { decideAnew, takeTurn } from '../projecting/decide-anew.js'
import type { Beside, RebuildGround } from './beside.js'

const atOnce = 1_000

/**
 * That nothing is known of someone is kept only where something was known before: a version that was built at one go has no such
 * decisions, and a subscriber who was told the something would never hear of the nothing. So whatever was told has a decision here too.
 */
export const keepWhatWasTold = async (ground: RebuildGround, beside: Beside, of: 'everyone' | 'the unlike'): Promise<void> => {
  const { version, tables, deciding } = beside
  const told = toldOf(ground.live.schema, version, of)
  for (let last = ''; ;) {
    const persons = await personsWithout(beside, told, last)
    if (persons.length === 0) return
    await transaction(tables.database.pool, async (client) => {
      await takeTurn(client, version, 'shared')
      await copyWhatWasTold(client, version, told, persons)
      await decideAnew(client, deciding(), persons)
    })
    last = persons.at(-1) ?? last
  }
}

const personsWithout = async ({ version, tables }: Beside, told: string, last: string): Promise<readonly string[]> => {
  const { rows } = await tables.database.pool.query<{ person: string }>(
    `SELECT DISTINCT person FROM (${told}) AS t
     WHERE person > $1 AND NOT EXISTS (SELECT FROM ${version}.decisions AS d WHERE d.person = t.person AND d.purpose = t.purpose)
     ORDER BY person LIMIT ${atOnce}`,
    [last],
  )
  return rows.map(({ person }) => person)
}

const copyWhatWasTold = (client: PoolClient, version: string, told: string, persons: readonly string[]): Promise<unknown> =>
  client.query(
    `INSERT INTO ${version}.decisions (person, purpose, outcome, decision, answer, next_change_on)
     SELECT person, purpose, outcome, decision, answer, next_change_on FROM (${told}) AS t WHERE person = ANY ($1) ON CONFLICT DO NOTHING`,
    [persons],
  )

const toldOf = (live: string, version: string, of: 'everyone' | 'the unlike'): string => {
  const whom = of === 'everyone' ? 'true' : `person IN (SELECT person FROM ${version}.unlike)`
  return `
    SELECT person, purpose, outcome, decision, answer, next_change_on FROM ${live}.decisions WHERE ${whom}
    UNION ALL
    SELECT person, purpose, decision::json->>'outcome', decision, answer, (decision::json->>'nextChangeOn')::date
    FROM ${version}.mistold WHERE decision IS NOT NULL`
}
