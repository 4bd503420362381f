import type { ContextName, PublishedBy, PublishedEvent } from '@concord/contracts'
import type { Codec, DomainEvent, RecordedEvent } from '@concord/event-store'
import { personId, type PersonId } from '@concord/identity'

/** A name and its data, as the context's contract has them. */
type Body<Context extends ContextName> =
  PublishedBy<Context> extends infer Event
    ? Event extends { type: infer Type; data: infer Data }
      ? { readonly type: Type; readonly data: Data }
      : never
    : never

/** A context's private event as it is told to the others; undefined when it stays private. */
export type Translate<Context extends ContextName, Event> = (event: Event) => Body<Context> | undefined

/** Streams are named `<thing>-<person>`. */
export const personOf = ({ stream }: Pick<RecordedEvent, 'stream'>): PersonId => personId.parse(stream.slice(stream.indexOf('-') + 1))

/** What is recorded as what is published: the context's translation inside, the envelope around it. */
export const publishing =
  <Context extends ContextName, Event extends DomainEvent>(context: Context, codec: Codec<Event>, translate: Translate<Context, Event>) =>
  (recorded: RecordedEvent): PublishedEvent | undefined => {
    const body: DomainEvent | undefined = translate(codec.decode(recorded))
    if (!body) return undefined
    const { id, position, recordedAt, cause } = recorded
    const { correlationId, trace } = cause
    // The union of all contexts' events is too wide for the compiler to follow one context through it.
    const envelope = { context, id, person: personOf(recorded), position, recordedAt, correlationId, ...(trace !== undefined && { trace }) }
    return { ...envelope, ...body } as PublishedEvent
  }
