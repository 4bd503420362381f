import { mistoldDecisions, unlikePersons } from '../../comparing/what-is-said.js'
import { openBeside } from '../beside.js'
import { fill } from '../fill.js'
import type { BesideVersion } from '../versions.js'
import type { RegistryAtWork } from './registry-at-work.js'

/** What is wrong with a live registry that has applied all of its log: nothing, where all of these are empty. */
export interface Faults {
  /** Events that were published and are not in the registry; fewer than none when it has more. */
  readonly lost: number
  /** Persons of whom it says something else than a version that is built anew. */
  readonly unlike: readonly object[]
  /** Decisions of which its feed, folded, says something else. */
  readonly mistold: readonly object[]
  /** Lines of the feed that say what the line before said. */
  readonly doubled: readonly object[]
  /** Agencies whose lines are not numbered 1, 2, 3 … */
  readonly holes: readonly object[]
}

export const noFaults: Faults = { lost: 0, unlike: [], mistold: [], doubled: [], holes: [] }

export const faultsOf = async ({ ground, settled, published, rows }: RegistryAtWork): Promise<Faults> => {
  await settled()
  const anew = await openBeside(ground, 'registry_anew' as BesideVersion)
  await fill(ground, anew, AbortSignal.timeout(60_000))
  await anew.close()
  const [known] = await rows<{ facts: number }>('SELECT count(*)::int AS facts FROM registry.facts')
  const faults = {
    lost: published() - (known?.facts ?? 0),
    unlike: await rows(unlikePersons('registry', 'registry_anew')),
    mistold: await rows(mistoldDecisions('registry')),
    doubled: await rows(`
      SELECT person, purpose FROM (
        SELECT person, purpose, answer, lag(answer) OVER (PARTITION BY person, purpose ORDER BY number) AS before FROM registry.feed
      ) AS told WHERE answer = before`),
    holes: await rows('SELECT agency FROM registry.feed GROUP BY agency HAVING count(*) <> max(number) OR min(number) <> 1'),
  }
  await rows('DROP SCHEMA registry_anew CASCADE')
  return faults
}
