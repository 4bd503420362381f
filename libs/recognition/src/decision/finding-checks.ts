import { addDays, addMonths, type PlainDate } from '@concord/standards'
import type { Conditions } from '../agreements/conditions.js'
import { heldOn, ofKind } from '../facts/circumstance.js'
import { standingOn, type Finding } from '../facts/finding.js'
import type { Answer, Check, Subject } from './subject.js'

type Asked<Name extends keyof Conditions> = Check<NonNullable<Conditions[Name]>>

/** A condition about the finding alone: the same on every day. */
const always = <Value>(holds: (asked: Value, subject: Subject) => boolean): Check<Value> => ({
  holdsOn: (asked, subject) => ({ met: holds(asked, subject) }),
  changesOn: () => [],
})

const turningDates = (findings: readonly Finding[]): readonly PlainDate[] =>
  findings.flatMap(({ periods }) => periods.map(({ from }) => from))

export const notOlderThanMonths: Asked<'notOlderThanMonths'> = {
  holdsOn: (months, { finding }, date) => ({ met: date <= addMonths(finding.determinedOn, months) }),
  changesOn: (months, { finding }) => [addDays(addMonths(finding.determinedOn, months), 1)],
}

/** Only a finding that was on notice first has a version of its record without effect. */
export const publicised: Asked<'publicised'> = {
  holdsOn: (_asked, subject, date) => {
    const notices = noticesOf(subject).filter(({ determinedOn }) => determinedOn <= date)
    return { met: notices.length > 0, because: notices.map(({ source }) => source) }
  },
  changesOn: (_asked, subject) => noticesOf(subject).map(({ determinedOn }) => determinedOn),
}

const noticesOf = ({ facts, finding }: Subject): readonly Finding[] =>
  facts.findings.filter(
    ({ context, record, effectiveFrom }) => context === finding.context && record === finding.record && effectiveFrom === undefined,
  )

export const noOpenDispute: Asked<'noOpenDispute'> = {
  holdsOn: (_asked, { facts }, date) => {
    const disputes = facts.findings.flatMap((finding) => standingOn(finding, date) ?? []).filter(({ status }) => status === 'disputed')
    return { met: disputes.length === 0, because: disputes.map(({ source }) => source) }
  },
  changesOn: (_asked, { facts }) => turningDates(facts.findings),
}

export const assessorsInJointPool = always<true>((_asked, { finding: { assessors }, lists: { jointPool } }) => {
  const pool = new Set(jointPool)
  return assessors.length > 0 && assessors.every((assessor) => pool.has(assessor))
})

export const institutionContracted = always<true>((_asked, { finding: { institution, determinedOn }, lists }) =>
  (lists.contractedInstitutions ?? []).some(
    (contract) =>
      contract.institution === institution &&
      contract.from <= determinedOn &&
      (contract.until === undefined || determinedOn <= contract.until),
  ),
)

/** 医保发〔2023〕29号 art. 9: who assesses does not care. */
export const institutionNeutral = always<true>((_asked, { facts, finding: { institution, determinedOn }, lists }) => {
  const care = [...ofKind(facts.circumstances, 'hospital-stay'), ...ofKind(facts.circumstances, 'home-sickbed')]
  const caredFor = care.some((stay) => stay.institution === institution && heldOn(stay, determinedOn))
  return !caredFor && !lists.careProviders?.includes(institution)
})

export const lastedMonths: Asked<'lastedMonths'> = {
  holdsOn: (months, subject, date): Answer => {
    const first = firstOf(subject)
    return { met: addMonths(first.determinedOn, months) <= date, because: [first.source] }
  },
  changesOn: (months, subject) => [addMonths(firstOf(subject).determinedOn, months)],
}

/** The earliest finding of an accepted grade under the same scheme that was ever in force; at the latest the finding itself. */
const firstOf = ({ facts, finding, rule }: Subject): Finding =>
  facts.findings
    .filter(({ standard, grade }) => standard === finding.standard && rule.accepts.grades.includes(grade))
    .filter(({ periods }) => periods.some(({ status }) => status === 'in-force'))
    .reduce((first, other) => (other.determinedOn < first.determinedOn ? other : first), finding)

export const scoreAtMost = always<{ readonly score: string; readonly points: number }>(
  ({ score, points }, { finding }) => (finding.scores[score] ?? Infinity) <= points,
)

export const categories = always<number[]>((asked, { finding }) => finding.category !== undefined && asked.includes(finding.category))

export const component: Asked<'component'> = always((asked, { finding }) =>
  finding.components.some(({ category, grade }) => asked.categories.includes(category) && asked.grades.includes(grade)),
)

export const provenBy: Asked<'provenBy'> = {
  holdsOn: (proofs, { facts }, date) => {
    const findings = facts.findings.filter((finding) => isOneOf(proofs, finding) && standingOn(finding, date)?.status === 'in-force')
    return { met: findings.length > 0, findings }
  },
  changesOn: (proofs, { facts }) => turningDates(facts.findings.filter((finding) => isOneOf(proofs, finding))),
}

const isOneOf = (proofs: NonNullable<Conditions['provenBy']>, { standard, grade }: Finding): boolean =>
  proofs.some((proof) => proof.standard === standard && proof.grades.includes(grade))
