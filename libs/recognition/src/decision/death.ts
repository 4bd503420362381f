import type { PlainDate } from '@concord/standards'
import { ofKind, type Circumstance } from '../facts/circumstance.js'
import type { PersonFacts } from '../facts/person-facts.js'
import type { Verdict } from './decision.js'

/** What each source reports, earliest first. */
export const deathsOf = ({ circumstances }: PersonFacts): readonly Circumstance<'death'>[] =>
  ofKind(circumstances, 'death').toSorted((one, other) => Number(one.from > other.from) - Number(one.from < other.from))

/**
 * Two sources (卫健's certificate, 民政's cremation notice) end everything from the earlier of their dates. One source alone suspends
 * for review: nothing is recognised, nothing is ended, and the other source's word, or a correction, decides. A report that was
 * withdrawn or corrected away was never made.
 */
export const verdictOnDeath = (facts: PersonFacts, asOf: PlainDate): Verdict | undefined => {
  const reports = deathsOf(facts)
  const [first] = reports
  if (first === undefined || asOf < first.from) return undefined
  const basis = { findings: [], circumstances: reports.flatMap(({ sources }) => sources) }
  return reports.length > 1
    ? { outcome: 'deceased', basis: { rule: 'death-by-two-sources', ...basis }, missing: [] }
    : { outcome: 'suspended', basis: { rule: 'death-by-one-source', ...basis }, missing: ['second-death-report'] }
}
