import { addDays, type PlainDate } from '@concord/standards'
import type { PublishedEvent } from '@concord/contracts'
import type { Agreement } from '../agreements/agreement.js'
import { agreementsKnown, agreementsOn, turningDatesOf as turningDatesOfAgreements } from '../agreements/agreements-on.js'
import { factsOf, type PersonFacts } from '../facts/person-facts.js'
import { candidatesOf, type Candidate } from './candidates.js'
import { deathsOf, verdictOnDeath } from './death.js'
import type { Decision, Outcome, Verdict } from './decision.js'
import { turningDatesOf as turningDatesOfFindings } from './last-day.js'

export interface Question {
  readonly purpose: string
  /** The date for which the answer holds. */
  readonly asOf: PlainDate
  /** Only what the sources had recorded by this instant (ISO, UTC); without it everything. */
  readonly knownAt?: string
}

/** For this purpose, on this date, as known at that moment: which finding counts, as what, under which agreement, until when. */
export const decide = (
  events: readonly PublishedEvent[],
  agreements: readonly Agreement[],
  { purpose, asOf, knownAt }: Question,
): Decision => decideOn(factsOf(events, knownAt), agreements, { purpose, asOf })

/** The same of facts that are folded already; what was known of the agreements is measured by the facts' own `knownAt`. */
export const decideOn = (facts: PersonFacts, agreements: readonly Agreement[], { purpose, asOf }: Omit<Question, 'knownAt'>): Decision => {
  const known = agreementsKnown(agreements, facts.knownAt)
  const verdict = verdictOnDeath(facts, asOf) ?? verdictUnder(facts, known, purpose, asOf)
  const nextChangeOn = turningDates(facts, known, purpose)
    .filter((date) => date > asOf)
    .toSorted()[0]
  return { ...alive(verdict, facts, asOf), ...(nextChangeOn === undefined ? {} : { nextChangeOn }) }
}

const verdictUnder = (facts: PersonFacts, known: readonly Agreement[], purpose: string, asOf: PlainDate): Verdict => {
  const governing = agreementsOn(known, purpose, asOf)
  const inForce = governing.filter(({ isSuspended }) => !isSuspended)
  const [suspended] = governing
  if (inForce.length === 0 && suspended === undefined) return without('unknown', 'no-agreement', 'agreement')
  if (inForce.length === 0 && suspended !== undefined) {
    const { id, version, mark } = suspended.agreement
    const verdict = without('suspended', 'agreement-suspended', 'agreement-resumed')
    return { ...verdict, basis: { ...verdict.basis, agreement: { id, version, mark } } }
  }
  const candidates = inForce.flatMap((one) => candidatesOf(facts, one, purpose, asOf))
  return candidates.toSorted(byPrecedence)[0]?.verdict ?? without('unknown', 'no-finding', 'finding')
}

const without = (outcome: Outcome, rule: string, missing: Verdict['missing'][number]): Verdict => ({
  outcome,
  basis: { rule, findings: [], circumstances: [] },
  missing: [missing],
})

/** Nothing is recognised beyond the day before a death, also when the question is about an earlier date. */
const alive = (verdict: Verdict, facts: PersonFacts, asOf: PlainDate): Verdict => {
  const death = deathsOf(facts).find(({ from }) => from > asOf)
  if (death === undefined || verdict.until === undefined || verdict.until < death.from) return verdict
  const circumstances = [...verdict.basis.circumstances, ...death.sources]
  return { ...verdict, until: addDays(death.from, -1), basis: { ...verdict.basis, circumstances } }
}

/** When several findings or rules speak: the first kind of outcome here is told. */
const precedence: readonly Outcome[] = ['recognised', 'disputed', 'provisional', 'suspended', 'withdrawn', 'not-met', 'expired']

/**
 * Of several recognitions the one that gives most, then the one that lasts longest; of several others the one that misses least, then
 * the one determined last. Sorting is stable: findings keep the order of their recording, rows their order in the agreement.
 */
const byPrecedence = (one: Candidate, other: Candidate): number =>
  precedence.indexOf(one.verdict.outcome) - precedence.indexOf(other.verdict.outcome) ||
  byGain(one.verdict, other.verdict) ||
  distance(one.verdict) - distance(other.verdict) ||
  compare(other.finding.determinedOn, one.finding.determinedOn)

const byGain = (one: Verdict, other: Verdict): number =>
  (other.acceptedAs?.rank ?? 0) - (one.acceptedAs?.rank ?? 0) || compare(other.until ?? '', one.until ?? '')

/** A grade below the bar is further away than any condition. */
const distance = ({ missing }: Verdict): number => (missing.includes('grade') ? 100 : missing.length)

const compare = (one: string, other: string): number => Number(one > other) - Number(one < other)

const turningDates = (facts: PersonFacts, known: readonly Agreement[], purpose: string): readonly PlainDate[] => [
  ...deathsOf(facts).map(({ from }) => from),
  ...turningDatesOfAgreements(known, purpose),
  ...known.flatMap((agreement) => turningDatesOfFindings(facts, agreement, purpose)),
]
