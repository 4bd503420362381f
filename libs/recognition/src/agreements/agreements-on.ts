import { addDays, type PlainDate } from '@concord/standards'
import { comparable, isKnown } from '../facts/instant.js'
import type { Agreement } from './agreement.js'

/** The version of an agreement that governs a date, how it stands on it, and its last day as far as it is known. */
export interface Governing {
  readonly agreement: Agreement
  readonly isSuspended: boolean
  readonly until: PlainDate
}

/** What the registry knew of the agreements at an instant. */
export const agreementsKnown = (agreements: readonly Agreement[], knownAt: string | undefined): readonly Agreement[] =>
  agreements
    .filter(({ recordedAt }) => isKnown(recordedAt, knownAt))
    .map((agreement) => ({ ...agreement, changes: agreement.changes.filter(({ recordedAt }) => isKnown(recordedAt, knownAt)) }))

/** For each agreement the one version that governs a purpose on a date, if any. */
export const agreementsOn = (known: readonly Agreement[], purpose: string, date: PlainDate): readonly Governing[] =>
  [...Map.groupBy(known, ({ id }) => id)].toSorted(byName).flatMap(([, versions]) => {
    const started = versions.toSorted((one, other) => one.version - other.version).filter(({ period }) => period.from <= date)
    const agreement = started.at(-1)
    if (agreement === undefined || !agreement.purposes.some(({ code }) => code === purpose)) return []
    const governing = governs(agreement, date, versions)
    return governing === undefined ? [] : [governing]
  })

const governs = (agreement: Agreement, date: PlainDate, versions: readonly Agreement[]): Governing | undefined => {
  const changes = agreement.changes.toSorted(byDate)
  const status = changes.findLast(({ on }) => on <= date)?.to ?? 'in-force'
  if (status === 'terminated' || agreement.period.until < date) return undefined
  const next = versions.filter(({ version, period }) => version > agreement.version && period.from > date).map(({ period }) => period.from)
  const ends = changes.filter(({ on, to }) => on > date && to !== 'in-force').map(({ on }) => on)
  const until = [agreement.period.until, ...[...next, ...ends].map((date) => addDays(date, -1))].toSorted()[0] ?? agreement.period.until
  return { agreement, isSuspended: status === 'suspended', until }
}

/** Every date on which it may change which rules govern a purpose. */
export const turningDatesOf = (known: readonly Agreement[], purpose: string): readonly PlainDate[] =>
  known.flatMap(({ period, changes, rules }) => [
    period.from,
    addDays(period.until, 1),
    ...changes.map(({ on }) => on),
    ...rules
      .filter((rule) => rule.purpose === purpose && rule.enabled)
      .flatMap(({ from, until }) => (until === undefined ? [from] : [from, addDays(until, 1)])),
  ])

type Change = Agreement['changes'][number]

const byDate = (one: Change, other: Change): number =>
  compare(one.on, other.on) || compare(comparable(one.recordedAt), comparable(other.recordedAt))

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number => compare(one, other)

const compare = (one: string, other: string): number => Number(one > other) - Number(one < other)
