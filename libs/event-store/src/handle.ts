import { v5 as uuidFromName } from 'uuid'
import type { Decider } from '@concord/decider'
import type { Codec, DomainEvent } from './codec.js'
import type { Cause, EventStore, ExpectedRevision, NewEvent, Position, StreamName } from './event-store.js'

export type Handled<Refusal extends string> =
  /** `position` of the command's last event, or of the stream's when nothing new was recorded: a lookup can wait for it. */
  { readonly accepted: true; readonly position: Position | undefined } | { readonly accepted: false; readonly refusal: Refusal }

/** A command id came back with other content: the caller's key generation is broken, and guessing would lose one of the two. */
export class CommandIdReused extends Error {
  override readonly name = 'CommandIdReused'
}

/** The one way to change anything: read, fold, decide, append. A conflict is the caller's to retry. */
export const handle = async <Command, State, Event extends DomainEvent, Refusal extends string>(
  { store, codec }: { readonly store: EventStore; readonly codec: Codec<Event> },
  decider: Decider<Command, State, Event, Refusal>,
  { stream, cause }: { readonly stream: StreamName; readonly cause: Cause },
  command: Command,
): Promise<Handled<Refusal>> => {
  let state = decider.initial
  let revision: ExpectedRevision = 'no-stream'
  let last: Position | undefined
  let done: Position | undefined
  for await (const recorded of store.read(stream)) {
    state = decider.evolve(state, codec.decode(recorded))
    revision = recorded.revision
    last = recorded.position
    if (recorded.cause.commandId !== cause.commandId) continue
    if (recorded.cause.digest !== cause.digest) throw new CommandIdReused()
    done = recorded.position
  }
  if (done !== undefined) return { accepted: true, position: done }
  const decision = decider.decide(command, state)
  if (!decision.accepted) return decision
  if (decision.events.length === 0) return { accepted: true, position: last }
  const events = decision.events.map((event, place): NewEvent => ({ id: idOf(stream, cause, place), ...codec.encode(event), cause }))
  return { accepted: true, position: await store.append(stream, revision, events) }
}

const concordEvents = 'b1d4b1c6-5a55-5f0e-9f4e-6f2f4f0f8a11'
const idOf = (stream: StreamName, { commandId }: Cause, place: number): string =>
  uuidFromName(`${stream}/${commandId}/${place}`, concordEvents)
