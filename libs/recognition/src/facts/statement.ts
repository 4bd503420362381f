import type { PublishedEvent } from '@concord/contracts'
import type { PlainDate } from '@concord/standards'
import type { Situation } from './circumstance.js'
import type { Determination } from './finding.js'
import type { SourceRef } from './source-ref.js'

/**
 * What happens to a record after it was determined. `refused` ends an evaluation that never became a certificate, `ended-early`
 * takes the rest of its validity.
 */
export type Mark = 'disputed' | 'frozen' | 'unfrozen' | 'ended-early' | 'revoked' | 'cancelled' | 'refused'

/** The registry's own words: everything that any published event says about a person is one of these. */
export type Statement =
  | { readonly says: 'born'; readonly on: PlainDate }
  | { readonly says: 'determined'; readonly determination: Determination }
  | { readonly says: 'marked'; readonly record: string; readonly as: Mark; readonly on: PlainDate; readonly fromTheFirstDay?: true }
  | { readonly says: 'extended'; readonly record: string; readonly on: PlainDate; readonly validUntil: PlainDate }
  | { readonly says: 'began'; readonly on: PlainDate; readonly until?: PlainDate; readonly situation: Situation }
  | { readonly says: 'ended'; readonly on: PlainDate; readonly kind: Situation['kind']; readonly key: string }
  /** It was wrong: as if it had never been said. */
  | { readonly says: 'undone'; readonly kind: Situation['kind']; readonly key: string }

/** A statement with its source and its place in the published order. */
export type Said<Says extends Statement['says'] = Statement['says']> = Extract<Statement, { says: Says }> & {
  readonly source: SourceRef
  readonly order: number
}

export const thatSay = <Says extends Statement['says']>(said: readonly Said[], says: Says): readonly Said<Says>[] =>
  said.filter((statement): statement is Said<Says> & Said => statement.says === says)

export type EventType = PublishedEvent['type']
export type DataOf = { readonly [Event in PublishedEvent as Event['type']]: Event['data'] }

/** A context's facts: for each of its events what it says. The compiler points at an event that is missing. */
export type Meaning<Type extends EventType> = { readonly [T in Type]: (data: DataOf[T]) => readonly Statement[] }

export const begin = (on: PlainDate, situation: Situation): Statement => ({ says: 'began', on, situation })
export const end = (on: PlainDate, kind: Situation['kind'], key: string): Statement => ({ says: 'ended', on, kind, key })
export const undo = (kind: Situation['kind'], key: string): Statement => ({ says: 'undone', kind, key })
export const mark = (record: string, as: Mark, on: PlainDate): Statement => ({ says: 'marked', record, as, on })
/** It never was: fraud voids a finding from its first day. */
export const annul = (record: string, as: 'revoked' | 'cancelled', on: PlainDate): Statement => ({
  says: 'marked',
  record,
  as,
  on,
  fromTheFirstDay: true,
})
