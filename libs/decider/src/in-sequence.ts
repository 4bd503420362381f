import { accept, type Decider } from './decider.js'

/** Several commands decided as one: all of them, or the first refusal and nothing. */
export const inSequence = <Command, State, Event, Refusal extends string>(
  decider: Decider<Command, State, Event, Refusal>,
): Decider<readonly Command[], State, Event, Refusal> => ({
  ...decider,
  decide: (commands, before) => {
    const events: Event[] = []
    let state = before
    for (const command of commands) {
      const decision = decider.decide(command, state)
      if (!decision.accepted) return decision
      events.push(...decision.events)
      state = decision.events.reduce(decider.evolve, state)
    }
    return accept(...events)
  },
})
