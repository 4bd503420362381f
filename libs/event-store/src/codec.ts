import type { Json, RecordedEvent } from './event-store.js'

/** What deciders know of an event: a stored name and its data. */
export interface DomainEvent {
  readonly type: string
  readonly data: unknown
}

/** Stored form to today's form and back. */
export interface Codec<Event extends DomainEvent> {
  readonly encode: (event: Event) => { readonly type: string; readonly data: Json }
  /** @throws UnknownEvent, so that a decider stops loudly and never decides on half a history */
  readonly decode: (event: Pick<RecordedEvent, 'type' | 'data'>) => Event
}

export class UnknownEvent extends Error {
  override readonly name = 'UnknownEvent'
  constructor(readonly type: string) {
    super(`"${type}" is not an event this version knows; run the version that wrote it, or newer`)
  }
}

type Upcast = (data: Json) => unknown

/** This event is stored as it is used today. */
export const asStored: Upcast = (data) => data

/** One entry an event name, old names too: each tells how its stored data becomes today's. */
export const codecOf = <Event extends DomainEvent>(names: Readonly<Record<Event['type'], Upcast>>): Codec<Event> => {
  const known = new Map<string, Upcast>(Object.entries(names))
  return {
    // A domain event's data is made of plain values: dates are strings, amounts are integers.
    encode: ({ type, data }) => ({ type, data: data as Json }),
    decode: ({ type, data }) => {
      const upcast = known.get(type)
      if (!upcast) throw new UnknownEvent(type)
      return { type, data: upcast(data) } as Event
    },
  }
}
