/**
 * One digest a person of everything that a registry says of them. That nothing is known is kept only where something was known before,
 * so it depends on the way that events came, and says no more than no row.
 */
export const digests = (schema: string): string => `
  SELECT person, md5(string_agg(said, E'\\n' ORDER BY said)) AS digest FROM (
    SELECT person, 'fact ' || context || ' ' || position || ' ' || event AS said FROM ${schema}.facts
    UNION ALL SELECT person, 'decision ' || purpose || ' ' || decision FROM ${schema}.decisions WHERE outcome <> 'unknown'
  ) AS everything GROUP BY person`

/** Persons of whom two registries say different things. */
export const unlikePersons = (one: string, other: string): string => `
  SELECT coalesce(o.person, t.person) AS person FROM (${digests(one)}) AS o FULL JOIN (${digests(other)}) AS t USING (person)
  WHERE o.digest IS DISTINCT FROM t.digest`

/** What a subscriber knows who read the whole feed. */
const folded = (schema: string): string => `
  SELECT DISTINCT ON (person, purpose) person, purpose, decision, answer FROM ${schema}.feed ORDER BY person, purpose, number DESC`

/** What the feed, folded, says otherwise than the decisions: the last line about it, if there is one. */
export const mistoldDecisions = (schema: string): string => `
  SELECT coalesce(d.person, f.person) AS person, coalesce(d.purpose, f.purpose) AS purpose, f.decision, f.answer
  FROM ${schema}.decisions AS d FULL JOIN (${folded(schema)}) AS f USING (person, purpose)
  WHERE d.answer IS DISTINCT FROM f.answer`
