import type { PlainDate } from '@concord/standards'
import { standingOn, type FindingStatus, type StatusPeriod } from '../facts/finding.js'
import { eachSourceOnce } from '../facts/source-ref.js'
import { answersOn } from './condition-checks.js'
import type { Missing, Outcome, Verdict } from './decision.js'
import { basisOf } from './finding-basis.js'
import { breakOf, lastDay, lastDayByCap } from './last-day.js'
import type { Answer, Subject } from './subject.js'

/** What one finding comes to under one rule on a date. */
export const judge = (subject: Subject, standing: StatusPeriod, asOf: PlainDate): Verdict => {
  const { status } = standing
  if (status !== 'in-force') return verdictOf(subject, standing, silenced[status])
  const { finding, rule } = subject
  if (!rule.accepts.grades.includes(finding.grade)) return verdictOf(subject, standing, { outcome: 'not-met', missing: ['grade'] })
  if (lastDayByCap(subject) < asOf) return verdictOf(subject, standing, { outcome: 'expired', missing: ['longest-time'] })
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
  return failed.length > 0
    ? resting(verdictOf(subject, standing, { outcome: 'not-met', missing: failed.map(({ name }) => name) }), answers)
    : recognise(subject, standing, { asOf, answers })
}

/** A recognition also rests on what ends it, when that is known already. */
const recognise = (subject: Subject, standing: StatusPeriod, { asOf, answers }: Asked): Verdict => {
  const broken = breakOf(subject, asOf)
  const breaking = broken === undefined ? [] : answersOn(subject, broken).filter(({ met }) => !met)
  const verdict = resting(verdictOf(subject, standing, { outcome: 'recognised', missing: [] }), [...answers, ...breaking])
  const proofs = answers
    .flatMap(({ findings = [] }) => findings)
    .flatMap((proof) => {
      const its = standingOn(proof, asOf)
      return its === undefined ? [] : [basisOf(proof, its)]
    })
  const findings = [...verdict.basis.findings, ...proofs]
  return {
    ...verdict,
    acceptedAs: subject.rule.acceptedAs,
    basis: { ...verdict.basis, findings },
    until: lastDay(subject, standing, broken),
  }
}

interface Asked {
  readonly asOf: PlainDate
  readonly answers: readonly Answer[]
}

const resting = (verdict: Verdict, answers: readonly Answer[]): Verdict => ({
  ...verdict,
  basis: { ...verdict.basis, circumstances: eachSourceOnce(answers.flatMap(({ because = [] }) => because)) },
})

const verdictOf = ({ finding, rule }: Subject, standing: StatusPeriod, { outcome, missing }: Silenced): Verdict => ({
  outcome,
  basis: { rule: rule.id, findings: [basisOf(finding, standing)], circumstances: [] },
  missing,
})
