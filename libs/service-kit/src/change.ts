import pRetry from 'p-retry'
import type { Decider } from '@concord/decider'
import {
  type Cause,
  type Codec,
  type DomainEvent,
  type EventStore,
  handle,
  type Handled,
  RevisionConflict,
  type StreamName,
} from '@concord/event-store'

/** Where a context's own events are kept. Each context's module provides its own. */
export const EVENT_STORE = Symbol('EVENT_STORE')

/** `handle`, decided again on fresh events when someone else was faster. */
export const change = <Command, State, Event extends DomainEvent, Refusal extends string>(
  memory: { readonly store: EventStore; readonly codec: Codec<Event> },
  decider: Decider<Command, State, Event, Refusal>,
  target: { readonly stream: StreamName; readonly cause: Cause },
  command: Command,
): Promise<Handled<Refusal>> =>
  pRetry(() => handle(memory, decider, target, command), {
    retries: 8,
    minTimeout: 2,
    maxTimeout: 100,
    randomize: true,
    shouldRetry: ({ error }) => error instanceof RevisionConflict,
  })
