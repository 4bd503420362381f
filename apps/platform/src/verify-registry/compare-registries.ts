import type { Database } from '@concord/postgres'
import { mistoldDecisions, unlikePersons } from '../../../registry/src/comparing/what-is-said.js'

export interface Comparison {
  readonly persons: number
  readonly facts: number
  readonly decisions: number
  /** Persons of whom the registries say different things. */
  readonly different: readonly string[]
  /** Persons for whom the feed, folded, says something else than the registry. */
  readonly feedDiffers: readonly string[]
}

/** Compares two registries of one database person by person. */
export const compareRegistries = async ({ pool }: Database, live: string, afresh: string): Promise<Comparison> => {
  const one = async (text: string): Promise<number> => Number((await pool.query<{ count: string }>(text)).rows[0]?.count ?? 0)
  const persons = async (text: string): Promise<string[]> => (await pool.query<{ person: string }>(text)).rows.map(({ person }) => person)
  return {
    persons: await one(`SELECT count(DISTINCT person) FROM ${afresh}.facts`),
    facts: await one(`SELECT count(*) FROM ${afresh}.facts`),
    decisions: await one(`SELECT count(*) FROM ${afresh}.decisions`),
    different: await persons(`${unlikePersons(live, afresh)} ORDER BY 1`),
    feedDiffers: await persons(`SELECT DISTINCT person FROM (${mistoldDecisions(live)}) AS mistold ORDER BY 1`),
  }
}
