import type { Decider } from '@concord/decider'
import type { Codec, DomainEvent } from './codec.js'
import type { EventStore, StreamName } from './event-store.js'

/** What a stream's events amount to today: the owner's own view of its records. */
export const currentState = async <Command, State, Event extends DomainEvent, Refusal extends string>(
  { store, codec }: { readonly store: EventStore; readonly codec: Codec<Event> },
  decider: Decider<Command, State, Event, Refusal>,
  stream: StreamName,
): Promise<State> => {
  let state = decider.initial
  for await (const recorded of store.read(stream)) state = decider.evolve(state, codec.decode(recorded))
  return state
}
