import { dateInChina, type PlainDate } from '@concord/standards'
import type { PublishedEvent } from '@concord/contracts'
import type { Agreement } from '../agreements/agreement.js'
import { decideOn } from '../decision/decide.js'
import type { Decision } from '../decision/decision.js'
import { canonicalJson } from '../facts/canonical-json.js'
import { comparable } from '../facts/instant.js'
import { factsOf } from '../facts/person-facts.js'
import { inPublishedOrder } from '../facts/published-order.js'
import { refOf, type SourceRef } from '../facts/source-ref.js'

/** A decision from a day on, as it was answered then. */
export interface HistoryEntry {
  readonly from: PlainDate
  /** What was known when it was answered. */
  readonly knownAt: string
  readonly decision: Decision
  /** The events that were learned at that moment; empty when the calendar alone turned the answer. */
  readonly because: readonly SourceRef[]
}

/** Something the registry learned at one instant. */
interface Moment {
  readonly knownAt: string
  readonly on: PlainDate
  readonly learned: readonly SourceRef[]
}

/**
 * Every answer that was given for a purpose up to a day, in the order of time: for each moment at which something was recorded, and for
 * each date between on which the calendar turned the answer. Each entry is what `decide` answers for its `from` and `knownAt`.
 */
export const history = (
  events: readonly PublishedEvent[],
  agreements: readonly Agreement[],
  purpose: string,
  today: PlainDate,
): readonly HistoryEntry[] => {
  const moments = momentsOf(events).filter(({ on }) => on <= today)
  return moments.flatMap((moment, place) => answersFrom(moment, moments[place + 1]?.on ?? today)).filter(isNew)

  function answersFrom({ knownAt, on, learned }: Moment, until: PlainDate): readonly HistoryEntry[] {
    const facts = factsOf(events, knownAt)
    const entries: HistoryEntry[] = [{ from: on, knownAt, decision: decideOn(facts, agreements, { purpose, asOf: on }), because: learned }]
    for (let next = entries[0]?.decision.nextChangeOn; next !== undefined && next <= until; next = entries.at(-1)?.decision.nextChangeOn)
      entries.push({ from: next, knownAt, decision: decideOn(facts, agreements, { purpose, asOf: next }), because: [] })
    return entries
  }
}

const momentsOf = (events: readonly PublishedEvent[]): readonly Moment[] =>
  [...Map.groupBy(inPublishedOrder(events), ({ recordedAt }) => comparable(recordedAt)).values()].flatMap((together) =>
    together.slice(0, 1).map(({ recordedAt }) => ({ knownAt: recordedAt, on: dateInChina(recordedAt), learned: together.map(refOf) })),
  )

/** Whether the answer differs from the one before it; when it will be asked again is no part of an answer. */
const isNew = ({ decision }: HistoryEntry, place: number, entries: readonly HistoryEntry[]): boolean => {
  const before = entries[place - 1]
  return before === undefined || answerOf(decision) !== answerOf(before.decision)
}

const answerOf = (decision: Decision): string => canonicalJson({ ...decision, nextChangeOn: undefined })
