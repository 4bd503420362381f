import { addDays, type PlainDate } from '@concord/standards'
import type { Validity } from './finding.js'
import { thatSay, type Said } from './statement.js'

/**
 * The validities of a finding, in the order of their dates: its own or, for a certificate determined anew, its record's; extended by
 * renewal, cut by an expiry that the agency recorded before the calendar's. An expiry on or after the last day says nothing new.
 */
export const validitiesOf = (said: readonly Said[], version: Said<'determined'>): readonly Validity[] => {
  const mine = said.filter((statement) => statement.source.context === version.source.context && recordOf(statement) === recordOf(version))
  const givers = version.determination.validUntil === undefined ? thatSay(mine, 'determined') : [version]
  const given = [...givers.flatMap(ownValidity), ...thatSay(mine, 'extended').map(extension)].toSorted(byDate)
  const cut = thatSay(mine, 'marked').flatMap(({ as, on, source, order }) => {
    const until = validityOn(given, on)?.until
    return as === 'ended-early' && until !== undefined && on < until ? [{ from: on, until: addDays(on, -1), source, order }] : []
  })
  return [...given, ...cut].toSorted(byDate).map(({ from, until, source }) => ({ from, until, source }))
}

const recordOf = (said: Said): string | undefined => {
  if (said.says === 'determined') return said.determination.record
  return said.says === 'marked' || said.says === 'extended' ? said.record : undefined
}

const ownValidity = ({ determination: { effectiveFrom: from, validUntil: until }, source, order }: Said<'determined'>) =>
  from === undefined || until === undefined ? [] : [{ from, until, source, order }]

const extension = ({ on, validUntil, source, order }: Said<'extended'>) => ({ from: on, until: validUntil, source, order })

interface Ordered {
  readonly from: PlainDate
  readonly order: number
}

const byDate = (one: Ordered, other: Ordered): number =>
  Number(one.from > other.from) - Number(one.from < other.from) || one.order - other.order

export const validityOn = <Any extends { readonly from: PlainDate }>(validities: readonly Any[], date: PlainDate): Any | undefined =>
  validities.findLast(({ from }) => from <= date)
