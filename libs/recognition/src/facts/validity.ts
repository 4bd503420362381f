import { addDays, type PlainDate } from '@concord/standards'
import type { SourceRef } from './source-ref.js'
import { thatSay, type Said } from './statement.js'

/** From a date on, a record is valid until a day; the event said so. */
export interface Validity {
  readonly from: PlainDate
  readonly until: PlainDate
  readonly source: SourceRef
}

/**
 * The validities of a finding's record, in the order of their dates: set when it was determined, extended by renewal, cut by an
 * expiry that the agency recorded before the calendar's. An expiry on or after the last day only says what the calendar says.
 */
export const validitiesOf = (said: readonly Said[], version: Said<'determined'>): readonly Validity[] => {
  const { record } = version.determination
  const mine = said.filter(({ source }) => source.context === version.source.context)
  const given = [
    ...thatSay(mine, 'determined').flatMap(({ determination: { record: its, effectiveFrom: from, validUntil: until }, source, order }) =>
      its === record && from !== undefined && until !== undefined ? [{ from, until, source, order }] : [],
    ),
    ...thatSay(mine, 'extended').flatMap(({ record: its, on, validUntil, source, order }) =>
      its === record ? [{ from: on, until: validUntil, source, order }] : [],
    ),
  ].toSorted(byDate)
  const cut = thatSay(mine, 'marked').flatMap(({ record: its, as, on, source, order }) => {
    const until = validityOn(given, on)?.until
    return its === record && as === 'ended-early' && until !== undefined && on < until
      ? [{ from: on, until: addDays(on, -1), source, order }]
      : []
  })
  return [...given, ...cut].toSorted(byDate).map(({ from, until, source }) => ({ from, until, source }))
}

interface Ordered {
  readonly from: PlainDate
  readonly order: number
}

const byDate = (one: Ordered, other: Ordered): number =>
  Number(one.from > other.from) - Number(one.from < other.from) || one.order - other.order

export const validityOn = <Any extends { readonly from: PlainDate }>(validities: readonly Any[], date: PlainDate): Any | undefined =>
  validities.findLast(({ from }) => from <= date)
