import type { PublishedEvent } from '@concord/contracts'
import type { PlainDate } from '@concord/standards'
import type { Circumstance } from './circumstance.js'
import { circumstancesOf } from './circumstances.fold.js'
import { civilAffairsFacts } from './civil-affairs.facts.js'
import { disabledPersonsFederationFacts } from './disabled-persons-federation.facts.js'
import type { Finding } from './finding.js'
import { findingsOf } from './findings.fold.js'
import { healthFacts } from './health.facts.js'
import { healthcareSecurityFacts } from './healthcare-security.facts.js'
import { inPublishedOrder } from './published-order.js'
import { refOf, type SourceRef } from './source-ref.js'
import { thatSay, type DataOf, type EventType, type Meaning, type Said, type Statement } from './statement.js'

/** Everything the agencies said about one person, as known at an instant. */
export interface PersonFacts {
  /** Absent: everything that was ever recorded is known. */
  readonly knownAt?: string
  /** As it was recorded last: a corrected birth date takes the place of the wrong one. */
  readonly born?: { readonly on: PlainDate; readonly source: SourceRef }
  readonly findings: readonly Finding[]
  readonly circumstances: readonly Circumstance[]
}

/**
 * The facts of one person from what was published about them. The order and repetition of arrival do not matter.
 * @param knownAt instant (ISO, UTC): only what the sources had recorded by then
 */
export const factsOf = (events: readonly PublishedEvent[], knownAt?: string): PersonFacts => {
  const said = inPublishedOrder(events, knownAt)
    .flatMap((event) => statementsOf(event).map((statement) => ({ ...statement, source: refOf(event) })))
    .map((statement, order): Said => ({ ...statement, order }))
  const born = thatSay(said, 'born').at(-1)
  return {
    ...(knownAt === undefined ? {} : { knownAt }),
    ...(born === undefined ? {} : { born: { on: born.on, source: born.source } }),
    findings: findingsOf(said),
    circumstances: circumstancesOf(said),
  }
}

const meaning: Meaning<EventType> = {
  ...healthcareSecurityFacts,
  ...civilAffairsFacts,
  ...disabledPersonsFederationFacts,
  ...healthFacts,
}

const statementsOf = <Type extends EventType>(event: { readonly [T in Type]: { readonly type: T; readonly data: DataOf[T] } }[Type]) =>
  meaning[event.type](event.data) satisfies readonly Statement[]
