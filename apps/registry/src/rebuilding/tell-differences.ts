import type { PoolClient } from 'pg'
import { appendToFeed, type FeedLine } from '../projecting/append-to-feed.js'
import { purposesOf } from '../projecting/decide-anew.js'
import type { RebuildGround } from './beside.js'
import type { BesideVersion } from './versions.js'

const personsAtOnce = 1_000

/**
 * Tells subscribers what a version that is about to answer decides otherwise than the live one, so that who folds the feed arrives at
 * its decisions. In the transaction of the swap, which keeps everybody else from deciding.
 * @returns how many decisions were told
 */
export const tellDifferences = async (
  client: PoolClient,
  { live: { schema: live }, ruling }: RebuildGround,
  version: BesideVersion,
): Promise<number> => {
  const owners = new Map(purposesOf(ruling.agreements).map(({ code, owner }) => [code, owner]))
  const telling = { schema: live, at: ruling.clock.now().toISOString() }
  let told = 0
  for (let last = ''; ;) {
    const persons = await personsAfter(client, version, last)
    if (persons.length === 0) return told
    const lines = (await differencesOf(client, live, version, persons)).flatMap((line) => {
      const agency = owners.get(line.purpose)
      return agency ? [{ ...line, agency }] : []
    })
    if (lines.length > 0) await appendToFeed(client, telling, lines)
    told += lines.length
    last = persons.at(-1) ?? last
  }
}

const personsAfter = async (client: PoolClient, version: BesideVersion, last: string): Promise<readonly string[]> => {
  const { rows } = await client.query<{ person: string }>(
    `SELECT person FROM ${version}.unlike WHERE person > $1 ORDER BY person LIMIT ${personsAtOnce}`,
    [last],
  )
  return rows.map(({ person }) => person)
}

const differencesOf = async (
  client: PoolClient,
  live: string,
  version: BesideVersion,
  persons: readonly string[],
): Promise<readonly Omit<FeedLine, 'agency'>[]> => {
  const { rows } = await client.query<Omit<FeedLine, 'agency'>>(
    `SELECT person, purpose, b.decision AS text, b.answer
     FROM ${version}.decisions AS b LEFT JOIN ${live}.decisions AS l USING (person, purpose) LEFT JOIN ${version}.mistold AS m USING (person, purpose)
     WHERE person = ANY ($1) AND (b.answer IS DISTINCT FROM l.answer OR m.person IS NOT NULL)
     ORDER BY person, purpose`,
    [persons],
  )
  return rows
}
