import { expect } from '@jest/globals'
import fc, { type Arbitrary } from 'fast-check'
import type { Decider } from '@concord/decider'

/**
 * The law that every decider keeps, over any history that commands can make: a command that was just accepted records nothing when
 * it is asked again, and deciding changes nothing it was given.
 */
export const repeatsRecordNothing = <Command, State, Event, Refusal extends string>(
  decider: Decider<Command, State, Event, Refusal>,
  commands: Arbitrary<Command>,
): void => {
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 30 }), (asked) => {
      let state = decider.initial
      for (const command of asked) {
        const decision = decider.decide(command, state)
        if (!decision.accepted) continue
        state = decision.events.reduce(decider.evolve, state)
        expect(decider.decide(command, state)).toEqual({ accepted: true, events: [] })
      }
    }),
  )
}

/** How many of the commands in such histories are accepted, 0 to 1, over a fixed sample. The law above says little where most are refused. */
export const shareAccepted = <Command, State, Event, Refusal extends string>(
  decider: Decider<Command, State, Event, Refusal>,
  commands: Arbitrary<Command>,
): number => {
  const histories = fc.sample(fc.array(commands, { maxLength: 30 }), { numRuns: 200, seed: 1 })
  let accepted = 0
  for (const asked of histories) {
    let state = decider.initial
    for (const command of asked) {
      const decision = decider.decide(command, state)
      if (!decision.accepted) continue
      accepted += 1
      state = decision.events.reduce(decider.evolve, state)
    }
  }
  return accepted / histories.flat().length
}
