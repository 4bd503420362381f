import { addDays, addMonths, type PlainDate } from '@concord/standards'
import type { Agreement } from '../agreements/agreement.js'
import type { StatusPeriod } from '../facts/finding.js'
import type { PersonFacts } from '../facts/person-facts.js'
import { allHoldOn, conditionsTurnOn } from './condition-checks.js'
import { runOf } from './finding-basis.js'
import type { Subject } from './subject.js'

const forEver = '9999-12-31' as PlainDate

export const earliest = (one: PlainDate, other: PlainDate): PlainDate => (one < other ? one : other)

const dayBefore = (date: PlainDate): PlainDate => addDays(date, -1)

export const lastDayByCap = ({ rule: { capMonths }, finding: { effectiveFrom, determinedOn } }: Subject): PlainDate =>
  capMonths === undefined ? forEver : addMonths(effectiveFrom ?? determinedOn, capMonths)

/** The first later date on which a condition no longer holds, as far as it is known. */
export const breakOf = (subject: Subject, asOf: PlainDate): PlainDate | undefined =>
  conditionsTurnOn(subject)
    .filter((date) => date > asOf && !allHoldOn(subject, date))
    .toSorted()[0]

/** The last day on which the finding is in force, the rule reaches, and its conditions hold. */
export const lastDay = (subject: Subject, standing: StatusPeriod, broken: PlainDate | undefined): PlainDate => {
  const { end } = runOf(subject.finding, standing)
  return [lastDayByCap(subject), subject.rule.until, end && dayBefore(end.from), broken && dayBefore(broken)].reduce<PlainDate>(
    (first, date) => (date === undefined ? first : earliest(first, date)),
    forEver,
  )
}

/** Every date on which a finding, a rule's cap or a condition may turn the answer for a purpose. */
export const turningDatesOf = (facts: PersonFacts, { rules, lists }: Agreement, purpose: string): readonly PlainDate[] =>
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
