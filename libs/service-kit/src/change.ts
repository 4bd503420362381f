import type { Decider } from '@concord/decider'
import {
  type Cause,
  change as changeOf,
  type Codec,
  type DomainEvent,
  type EventStore,
  type Handled,
  type StreamName,
} from '@concord/event-store'

/** Where a context's own events are kept. Each context's module provides its own. */
export const EVENT_STORE = Symbol('EVENT_STORE')

/** What a command is called and how many events it recorded: for whoever counts, no part of an answer. */
export interface Decided {
  readonly command: string
  readonly recorded: number
}

/** The one way to change anything, which also tells the edge what was decided. */
export const change = async <Command extends { readonly type: string }, State, Event extends DomainEvent, Refusal extends string>(
  memory: { readonly store: EventStore; readonly codec: Codec<Event> },
  decider: Decider<Command, State, Event, Refusal>,
  target: { readonly stream: StreamName; readonly cause: Cause },
  command: Command,
): Promise<Handled<Refusal> & Decided> => {
  // Nothing is decided, and nothing recorded, when the command is one that was handled before.
  let recorded = 0
  const listening: typeof decider = {
    ...decider,
    decide: (asked, state) => {
      const decision = decider.decide(asked, state)
      recorded = decision.accepted ? decision.events.length : 0
      return decision
    },
  }
  const handled = await changeOf(memory, listening, target, command)
  return { ...handled, command: command.type, recorded }
}
