import type { PoolClient } from 'pg'
import { appendSelected } from '../projecting/append-to-feed.js'
import { purposesOf } from '../projecting/decide-anew.js'
import type { RebuildGround } from './beside.js'
import type { BesideVersion } from './versions.js'

/**
 * Tells subscribers what a version that is about to answer decides otherwise than the live one, so that who folds the feed arrives at
 * its decisions. In the transaction of the swap, which keeps everybody else from deciding: so all of it stays within the server.
 * @returns how many decisions were told
 */
export const tellDifferences = (client: PoolClient, { live, ruling }: RebuildGround, version: BesideVersion): Promise<number> => {
  const purposes = purposesOf(ruling.agreements)
  return appendSelected(
    client,
    { schema: live.schema, at: ruling.clock.now().toISOString() },
    {
      name: `tell-differences-of-${version}`,
      lines: differences(live.schema, version),
      values: [purposes.map(({ code }) => code), purposes.map(({ owner }) => owner)],
    },
  )
}

const differences = (live: string, version: BesideVersion): string => `
  SELECT agency, person, purpose, b.decision, b.answer, (person, purpose) AS place
  FROM ${version}.unlike
    JOIN ${version}.decisions AS b USING (person)
    JOIN unnest($2::text[], $3::text[]) AS owned (purpose, agency) USING (purpose)
    LEFT JOIN ${live}.decisions AS l USING (person, purpose)
    LEFT JOIN ${version}.mistold AS m USING (person, purpose)
  WHERE b.answer IS DISTINCT FROM l.answer OR m.person IS NOT NULL`
