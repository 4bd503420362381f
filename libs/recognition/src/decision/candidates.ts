import type { PlainDate } from '@concord/standards'
import type { Governing } from '../agreements/agreements-on.js'
import type { Rule } from '../agreements/rule.js'
import { standingOn, type Finding, type StatusPeriod } from '../facts/finding.js'
import type { PersonFacts } from '../facts/person-facts.js'
import type { Verdict } from './decision.js'
import { judge } from './judge.js'
import { earliest } from './last-day.js'

/** What one finding comes to under one rule. */
export interface Candidate {
  readonly verdict: Verdict
  readonly finding: Finding
}

/** Every finding that speaks on the date, under every rule that governs the purpose then and is about it. */
export const candidatesOf = (facts: PersonFacts, governing: Governing, purpose: string, asOf: PlainDate): readonly Candidate[] => {
  const rules = governing.agreement.rules.filter((rule) => rule.purpose === purpose && isOn(rule, asOf))
  return facts.findings.flatMap((finding) => {
    const standing = standingOn(finding, asOf)
    if (standing === undefined || !speaks(finding, standing)) return []
    return rulesAbout(finding, rules).map((rule) => {
      const verdict = judge({ facts, finding, rule, lists: governing.agreement.lists }, standing, asOf)
      return { finding, verdict: under(governing, verdict) }
    })
  })
}

const isOn = ({ enabled, from, until }: Rule, date: PlainDate): boolean => enabled && from <= date && (until === undefined || date <= until)

/** A superseded finding is silent, its successor speaks; an evaluation that was refused before any certificate says nothing. */
const speaks = ({ effectiveFrom }: Finding, { status }: StatusPeriod): boolean =>
  status !== 'superseded' && !(status === 'cancelled' && effectiveFrom === undefined)

/** The rows that take the finding's grade; when no row does, the first of its scheme is the bar it stays below. */
const rulesAbout = ({ standard, grade }: Finding, rules: readonly Rule[]): readonly Rule[] => {
  const ofScheme = rules.filter(({ accepts }) => accepts.standard === standard)
  const taking = ofScheme.filter(({ accepts }) => accepts.grades.includes(grade))
  return taking.length > 0 ? taking : ofScheme.slice(0, 1)
}

/** Nothing is recognised beyond the agreement, and everything says under which version it was decided. */
const under = ({ agreement: { id, version, mark }, until }: Governing, verdict: Verdict): Verdict => ({
  ...verdict,
  ...(verdict.until === undefined ? {} : { until: earliest(until, verdict.until) }),
  basis: { ...verdict.basis, agreement: { id, version, mark } },
})
