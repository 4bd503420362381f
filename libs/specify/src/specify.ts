import { expect } from '@jest/globals'
import type { Decider } from '@concord/decider'

/**
 * The language of a decider's specification: `given(…events).when(command).records(…events) | recordsNothing() | refuses(reason)`.
 * Each `records` also asks the same command again and expects nothing new: a repeated command never records twice.
 */
export const specify = <Command, State, Event, Refusal extends string>(decider: Decider<Command, State, Event, Refusal>) => {
  const fold = (events: readonly Event[], from: State = decider.initial): State => events.reduce(decider.evolve, from)
  return {
    given: (...history: Event[]) => ({
      when: (command: Command) => {
        const decision = decider.decide(command, fold(history))
        return {
          records: (...expected: Event[]): void => {
            expect(decision).toEqual({ accepted: true, events: expected })
            expect(decider.decide(command, fold([...history, ...expected]))).toEqual({ accepted: true, events: [] })
          },
          recordsNothing: (): void => expect(decision).toEqual({ accepted: true, events: [] }),
          refuses: (refusal: Refusal): void => expect(decision).toEqual({ accepted: false, refusal }),
        }
      },
    }),
  }
}
