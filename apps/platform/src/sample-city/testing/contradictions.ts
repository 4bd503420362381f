import type { PublishedEvent } from '@concord/contracts'
import {
  type Benefit,
  type Circumstance,
  factsOf,
  type Finding,
  heldOn,
  ofKind,
  type PersonFacts,
  standingOn,
  type Standard,
} from '@concord/recognition'
import { addDays, daysBetween, type PlainDate } from '@concord/standards'

/** What anyone can see who lays one person's facts side by side: a plain reading, to hold a sample city's own count against. */
export const contradictionsIn = (events: readonly PublishedEvent[], today: PlainDate): readonly string[] => {
  const facts = factsOf(events)
  return Object.entries(checks).flatMap(([kind, shows]) => (shows(facts, today) ? [kind] : []))
}

type Check = (facts: PersonFacts, today: PlainDate) => boolean

const checks: Readonly<Record<string, Check>> = {
  'opposite-movement': ({ findings }) => {
    const [ltciBefore, ltciAfter] = of(findings, 'ltci-2021')
    const [gbtBefore, gbtAfter] = of(findings, 'gbt-42195-2022')
    if (!ltciBefore || !ltciAfter || !gbtBefore || !gbtAfter) return false
    return Math.sign(ltciAfter.grade - ltciBefore.grade) * Math.sign(gbtAfter.grade - gbtBefore.grade) < 0
  },
  'dementia-after-level': ({ findings, circumstances }, today) => {
    const level = inForce(findings, 'gbt-42195-2022', today)
    const isAdjusted = level !== undefined && level.grade > (level.scores['preliminary'] ?? 0)
    return (
      level !== undefined &&
      !isAdjusted &&
      ofKind(circumstances, 'diagnosis').some(({ code, from }) => code.startsWith('F0') && from > level.determinedOn)
    )
  },
  'items-differ': ({ findings }) =>
    of(findings, 'ltci-2021').some((ltci) =>
      of(findings, 'gbt-42195-2022').some(
        (gbt) => daysApart(ltci, gbt) <= 30 && alike.some(([one, other]) => differ(ltci, one, gbt, other) >= 2),
      ),
    ),
  'death-by-one-source': ({ circumstances }) => ofKind(circumstances, 'death').length === 1,
  'benefit-after-death': ({ circumstances }, today) => ofKind(circumstances, 'death').length === 2 && paid(circumstances, today).length > 0,
  'benefit-on-revoked-finding': (facts, today) => restsOn(facts, today, 'revoked'),
  'benefit-on-expired-finding': (facts, today) => restsOn(facts, today, 'expired'),
  'benefits-exclude-each-other': ({ circumstances }, today) =>
    pays(circumstances, 'elder-nursing-subsidy', today) && pays(circumstances, 'disability-nursing-subsidy', today),
  'voucher-beside-destitute-support': ({ circumstances }) =>
    ofKind(circumstances, 'benefit').some(
      ({ benefit, from }) =>
        benefit === 'elder-care-voucher' &&
        ofKind(circumstances, 'hardship').some((hardship) => hardship.status === 'destitute' && heldOn(hardship, from)),
    ),
  'home-benefit-in-hospital': ({ circumstances }) =>
    ofKind(circumstances, 'hospital-stay').some(
      ({ from }) =>
        pays(circumstances, 'ltci-home', addDays(from, 1)) &&
        !ofKind(circumstances, 'benefit-pause').some((pause) => heldOn(pause, addDays(from, 1))),
    ),
  'institution-not-neutral': ({ findings, circumstances }) =>
    findings.some(
      ({ institution, determinedOn, standard }) =>
        standard !== 'gbt-26341-2010' &&
        [...ofKind(circumstances, 'hospital-stay'), ...ofKind(circumstances, 'home-sickbed')].some(
          (care) => care.institution === institution && heldOn(care, determinedOn),
        ),
    ),
  'certificate-regraded-under-subsidy': ({ findings, circumstances }, today) =>
    paid(circumstances, today).some(({ restsOn, from }) => {
      const granted = findings.find(
        ({ record, ...finding }) => record === restsOn && standingOn({ record, ...finding }, from)?.status === 'in-force',
      )
      const current = findings.find(
        ({ record, ...finding }) => record === restsOn && standingOn({ record, ...finding }, today)?.status === 'in-force',
      )
      return granted?.standard === 'gbt-26341-2010' && current !== undefined && current.grade !== granted.grade
    }),
}

const of = (findings: readonly Finding[], standard: Standard): readonly Finding[] =>
  findings
    .filter((finding) => finding.standard === standard && finding.effectiveFrom !== undefined)
    .toSorted((one, other) => (one.determinedOn < other.determinedOn ? -1 : 1))

const inForce = (findings: readonly Finding[], standard: Standard, on: PlainDate): Finding | undefined =>
  of(findings, standard).find((finding) => standingOn(finding, on)?.status === 'in-force')

/** Time, person and space orientation: LTCI's place and GB/T 42195's. */
const alike = [
  [10, 12],
  [11, 14],
  [12, 13],
] as const

const differ = (ltci: Finding, one: number, gbt: Finding, other: number): number =>
  Math.abs((ltci.items[one] ?? 0) - (gbt.items[other] ?? 0))

const daysApart = ({ determinedOn: one }: Finding, { determinedOn: other }: Finding): number => Math.abs(daysBetween(one, other))

const paid = (circumstances: readonly Circumstance[], on: PlainDate): readonly Circumstance<'benefit'>[] =>
  ofKind(circumstances, 'benefit').filter((benefit) => benefit.benefit !== 'elder-care-voucher' && heldOn(benefit, on))

const pays = (circumstances: readonly Circumstance[], benefit: Benefit, on: PlainDate): boolean =>
  paid(circumstances, on).some((one) => one.benefit === benefit)

const restsOn = ({ findings, circumstances }: PersonFacts, today: PlainDate, status: string): boolean =>
  paid(circumstances, today).some(({ restsOn: record }) =>
    findings.some((finding) => finding.record === record && standingOn(finding, today)?.status === status),
  )
