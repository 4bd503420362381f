/** What one consistency boundary remembers and decides. Pure: time, ids and facts from elsewhere come in the command. */
export interface Decider<Command, State, Event, Refusal extends string> {
  readonly initial: State
  /** What the command records, or why it is refused. Deciding the same command again records nothing. */
  readonly decide: (command: Command, state: State) => Decision<Event, Refusal>
  /** The state after something that happened. Never refuses: what happened, happened. */
  readonly evolve: (state: State, event: Event) => State
}

export type Decision<Event, Refusal extends string> =
  { readonly accepted: true; readonly events: readonly Event[] } | { readonly accepted: false; readonly refusal: Refusal }

export const accept = <Event>(...events: Event[]): Decision<Event, never> => ({ accepted: true, events })

export const refuse = <Refusal extends string>(refusal: Refusal): Decision<never, Refusal> => ({ accepted: false, refusal })
