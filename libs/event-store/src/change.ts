import pRetry from 'p-retry'
import type { Decider } from '@concord/decider'
import type { Codec, DomainEvent } from './codec.js'
import { type Cause, type EventStore, RevisionConflict, type StreamName } from './event-store.js'
import { handle, type Handled } from './handle.js'

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
