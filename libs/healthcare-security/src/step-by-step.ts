import { accept, refuse, type Decider } from '@concord/decider'
import type { PlainDate } from '@concord/standards'

interface Command {
  readonly type: string
  readonly on: PlainDate
}

interface Event {
  readonly type: string
  readonly data: { readonly on: PlainDate }
}

/** The refusal that every matter of this agency knows. */
export type OutOfStep = 'dated-before-last-step'

/** A state that also remembers what happened last. */
export type Stepped<State, Happened> = State & { readonly last?: Happened }

/**
 * Two habits of every matter in this agency: a step heard twice is recorded once, and no step is dated before the one it follows.
 * `recordedAs` tells which event a command becomes; what both carry must be equal for the command to be the same one again.
 */
export const stepByStep = <Asked extends Command, State extends object, Happened extends Event, Refusal extends string>(
  recordedAs: Readonly<Record<Asked['type'], Happened['type']>>,
  decider: Decider<Asked, State, Happened, Refusal>,
): Decider<Asked, Stepped<State, Happened>, Happened, Refusal | OutOfStep> => ({
  initial: decider.initial,

  decide: (command, state) => {
    const { last } = state
    if (!last) return decider.decide(command, state)
    const type: Asked['type'] = command.type
    if (last.type === recordedAs[type] && isToldBy(last.data, command)) return accept()
    return command.on < last.data.on ? refuse('dated-before-last-step') : decider.decide(command, state)
  },

  evolve: (state, event) => ({ ...decider.evolve(state, event), last: event }),
})

/** Facts that the command only carries for the decision are not recorded, so they may have changed since. */
const isToldBy = (data: object, command: object): boolean => {
  const told = new Map<string, unknown>(Object.entries(data))
  return Object.entries(command).every(([field, value]) => !told.has(field) || isSame(told.get(field), value))
}

/** Stores may answer an object's fields in another order than they were given. */
const isSame = (one: unknown, other: unknown): boolean => {
  if (!isObject(one) || !isObject(other)) return one === other
  const fields = Object.keys(one)
  return fields.length === Object.keys(other).length && fields.every((field) => isSame(one[field], other[field]))
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
