import { publishedEvent, type ContextName, type PublishedEvent } from '@concord/contracts'
import { personId } from '@concord/identity'
import { institutionCodeFrom } from '@concord/standards'

/** One event as a specification writes it: what, by whom, and when it was recorded. Dates say the rest. */
export interface Telling {
  readonly context: ContextName
  readonly type: PublishedEvent['type']
  readonly data: Readonly<Record<string, unknown>>
  /** A date (then 01:00 UTC, nine in the morning in China) or an instant. */
  readonly recorded: string
}

const person = personId.parse('a'.repeat(32))

/** A stable id of a record or an event, from a number. */
export const uuid = (number: number): string => `00000000-0000-4000-8000-${number.toString().padStart(12, '0')}`

/** Published events from tellings: positions count up in each context, as its store would. Checked by the contracts' own schema. */
export const told = (...tellings: readonly Telling[]): readonly PublishedEvent[] =>
  tellings.map(({ context, type, data, recorded }, place) =>
    publishedEvent.parse({
      context,
      type,
      data,
      id: uuid(1000 + place),
      person,
      position: BigInt(place + 1),
      recordedAt: recorded.length === 10 ? `${recorded}T01:00:00.000Z` : recorded,
      correlationId: 'specification',
    }),
  )

export const hospital = institutionCodeFrom('12350200MB000000')
export const home = institutionCodeFrom('12350200MB000001')

export const yearsAfter = (on: string, years: number): string =>
  `${Number(on.slice(0, 4)) + years}-${on.slice(5).replace('02-29', '02-28')}`

export const by =
  (context: ContextName) =>
  (type: PublishedEvent['type'], data: Readonly<Record<string, unknown>>, recorded: string): Telling => ({ context, type, data, recorded })
