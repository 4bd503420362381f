import { addDays, addMonths, type PlainDate } from '@concord/standards'
import type { Governing } from '../agreements/agreements-on.js'
import type { Rule } from '../agreements/rule.js'
import { standingOn, type Finding, type FindingStatus, type StatusPeriod } from '../facts/finding.js'
import type { PersonFacts } from '../facts/person-facts.js'
import { eachSourceOnce } from '../facts/source-ref.js'
import { allHoldOn, answersOn, conditionsTurnOn } from './condition-checks.js'
import type { FindingBasis, Missing, Outcome, Verdict } from './decision.js'
import type { Subject } from './subject.js'

/** What one finding comes to under one rule. */
export interface Candidate {
  readonly verdict: Verdict
  readonly finding: Finding
}

/** Every finding that speaks on the date, under every rule that governs the purpose then and takes its scheme. */
export const candidatesOf = (facts: PersonFacts, { agreement, until }: Governing, purpose: string, asOf: PlainDate): readonly Candidate[] =>
  agreement.rules
    .filter((rule) => rule.purpose === purpose && isOn(rule, asOf))
    .flatMap((rule) =>
      facts.findings
        .filter(({ standard }) => standard === rule.accepts.standard)
        .flatMap((finding) => {
          const standing = standingOn(finding, asOf)
          if (standing === undefined || !speaks(finding, standing)) return []
          const subject = { facts, finding, rule, lists: agreement.lists }
          const { id, version, mark } = agreement
          const verdict = judge(subject, standing, asOf)
          const ends = verdict.until === undefined ? {} : { until: earliest(until, verdict.until) }
          return [{ finding, verdict: { ...verdict, ...ends, basis: { ...verdict.basis, agreement: { id, version, mark } } } }]
        }),
    )

const isOn = ({ enabled, from, until }: Rule, date: PlainDate): boolean => enabled && from <= date && (until === undefined || date <= until)

/** A superseded finding is silent, its successor speaks; an evaluation that was refused before any certificate says nothing. */
const speaks = ({ effectiveFrom }: Finding, { status }: StatusPeriod): boolean =>
  status !== 'superseded' && !(status === 'cancelled' && effectiveFrom === undefined)

const judge = (subject: Subject, standing: StatusPeriod, asOf: PlainDate): Verdict => {
  const { status } = standing
  if (status !== 'in-force') return verdictOf(subject, standing, silenced[status])
  const { finding, rule } = subject
  if (!rule.accepts.grades.includes(finding.grade)) return verdictOf(subject, standing, { outcome: 'not-met', missing: ['grade'] })
  if (lastDayByCap(subject) < asOf) return verdictOf(subject, standing, { outcome: 'expired', missing: ['valid-finding'] })
  return judgeConditions(subject, standing, asOf)
}

interface Silenced {
  readonly outcome: Outcome
  readonly missing: readonly Missing[]
}

/** What a status other than in force comes to, whatever the grade. */
const silenced: Record<Exclude<FindingStatus, 'in-force'>, Silenced> = {
  provisional: { outcome: 'provisional', missing: ['notice-ended'] },
  disputed: { outcome: 'disputed', missing: ['dispute-settled'] },
  frozen: { outcome: 'suspended', missing: ['certificate-unfrozen'] },
  revoked: { outcome: 'withdrawn', missing: ['valid-finding'] },
  cancelled: { outcome: 'withdrawn', missing: ['valid-finding'] },
  superseded: { outcome: 'expired', missing: ['valid-finding'] },
  expired: { outcome: 'expired', missing: ['valid-finding'] },
}

const judgeConditions = (subject: Subject, standing: StatusPeriod, asOf: PlainDate): Verdict => {
  const answers = answersOn(subject, asOf)
  const failed = answers.filter(({ met }) => !met)
  const circumstances = eachSourceOnce(answers.flatMap(({ because = [] }) => because))
  const proofs = answers.flatMap(({ findings = [] }) => findings.flatMap((proof) => basisOf(proof, standingOn(proof, asOf) ?? standing)))
  if (failed.length > 0) {
    const verdict = verdictOf(subject, standing, { outcome: 'not-met', missing: failed.map(({ name }) => name) })
    return { ...verdict, basis: { ...verdict.basis, circumstances } }
  }
  const verdict = verdictOf(subject, standing, { outcome: 'recognised', missing: [] })
  const findings = [...verdict.basis.findings, ...proofs]
  return {
    ...verdict,
    acceptedAs: subject.rule.acceptedAs,
    basis: { ...verdict.basis, findings, circumstances },
    until: lastDay(subject, asOf),
  }
}

const verdictOf = ({ finding, rule }: Subject, standing: StatusPeriod, { outcome, missing }: Silenced): Verdict => ({
  outcome,
  basis: { rule: rule.id, findings: [basisOf(finding, standing)], circumstances: [] },
  missing,
})

/** A finding in force also rests on what bounds it: a renewal, or an end that is known already. */
const basisOf = (finding: Finding, standing: StatusPeriod): FindingBasis => {
  const { run, end } = runOf(finding, standing)
  const { context, standard, record, grade, category, components, determinedOn, validUntil } = finding
  return {
    context,
    standard,
    record,
    grade,
    ...(category === undefined ? {} : { category }),
    components,
    status: standing.status,
    determinedOn,
    ...(validUntil === undefined ? {} : { validUntil }),
    source: finding.source,
    sources: eachSourceOnce([finding, ...run, ...(standing.status === 'in-force' && end ? [end] : [])].map(({ source }) => source)),
  }
}

/** The unbroken time of one status from a period on, and the period that ends it. */
const runOf = ({ periods }: Finding, standing: StatusPeriod) => {
  const rest = periods.slice(periods.indexOf(standing))
  const length = rest.findIndex(({ status }) => status !== standing.status)
  return { run: length < 0 ? rest : rest.slice(0, length), end: length < 0 ? undefined : rest[length] }
}

const forEver = '9999-12-31' as PlainDate

const earliest = (one: PlainDate, other: PlainDate): PlainDate => (one < other ? one : other)

const dayBefore = (date: PlainDate): PlainDate => addDays(date, -1)

const lastDayByCap = ({ rule: { capMonths }, finding: { effectiveFrom, determinedOn } }: Subject): PlainDate =>
  capMonths === undefined ? forEver : addMonths(effectiveFrom ?? determinedOn, capMonths)

/** The last day on which the finding is in force, the rule reaches, and its conditions hold. */
const lastDay = (subject: Subject, asOf: PlainDate): PlainDate => {
  const { finding, rule } = subject
  const standing = standingOn(finding, asOf)
  const end = standing && runOf(finding, standing).end
  const breaks = conditionsTurnOn(subject)
    .filter((date) => date > asOf && !allHoldOn(subject, date))
    .toSorted()[0]
  return [lastDayByCap(subject), rule.until, end && dayBefore(end.from), breaks && dayBefore(breaks)].reduce<PlainDate>(
    (first, date) => (date === undefined ? first : earliest(first, date)),
    forEver,
  )
}

/** Every date on which a finding, a rule's cap or a condition may turn the answer for a purpose. */
export const turningDatesOf = (facts: PersonFacts, { rules, lists }: Governing['agreement'], purpose: string): readonly PlainDate[] =>
  rules
    .filter((rule) => rule.purpose === purpose && rule.enabled)
    .flatMap((rule) =>
      facts.findings
        .filter(({ standard }) => standard === rule.accepts.standard)
        .flatMap((finding) => {
          const subject = { facts, finding, rule, lists }
          const cap = lastDayByCap(subject)
          return [...finding.periods.map(({ from }) => from), ...(cap < forEver ? [addDays(cap, 1)] : []), ...conditionsTurnOn(subject)]
        }),
    )
