import type { Database } from '@concord/postgres'

export interface Comparison {
  readonly persons: number
  readonly facts: number
  readonly decisions: number
  /** Persons of whom the registries say different things. */
  readonly different: readonly string[]
  /** Persons for whom the feed, folded, says something else than the registry. */
  readonly feedDiffers: readonly string[]
}

/**
 * One digest a person of everything that a registry says of them. That nothing is known is kept only where something was known before,
 * so it depends on the way that events came, and says no more than no row.
 */
const digests = (schema: string): string => `
  SELECT person, md5(string_agg(said, E'\\n' ORDER BY said)) AS digest FROM (
    SELECT person, 'fact ' || context || ' ' || position || ' ' || event AS said FROM ${schema}.facts
    UNION ALL SELECT person, 'decision ' || purpose || ' ' || decision FROM ${schema}.decisions WHERE outcome <> 'unknown'
  ) AS everything GROUP BY person`

/** What a subscriber knows who read the whole feed. */
const folded = (schema: string): string => `
  SELECT DISTINCT ON (person, purpose) person, purpose, answer FROM ${schema}.feed ORDER BY person, purpose, number DESC`

/** Compares two registries of one database person by person. */
export const compareRegistries = async ({ pool }: Database, live: string, afresh: string): Promise<Comparison> => {
  const one = async (text: string): Promise<number> => Number((await pool.query<{ count: string }>(text)).rows[0]?.count ?? 0)
  const persons = async (text: string): Promise<string[]> => (await pool.query<{ person: string }>(text)).rows.map(({ person }) => person)
  return {
    persons: await one(`SELECT count(DISTINCT person) FROM ${afresh}.facts`),
    facts: await one(`SELECT count(*) FROM ${afresh}.facts`),
    decisions: await one(`SELECT count(*) FROM ${afresh}.decisions`),
    different: await persons(`
      SELECT coalesce(l.person, a.person) AS person FROM (${digests(live)}) AS l FULL JOIN (${digests(afresh)}) AS a USING (person)
      WHERE l.digest IS DISTINCT FROM a.digest ORDER BY 1`),
    feedDiffers: await persons(`
      SELECT DISTINCT coalesce(d.person, f.person) AS person
      FROM ${live}.decisions AS d FULL JOIN (${folded(live)}) AS f USING (person, purpose)
      WHERE d.answer IS DISTINCT FROM f.answer ORDER BY 1`),
  }
}
