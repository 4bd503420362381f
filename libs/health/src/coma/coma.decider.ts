import { accept, refuse, type Decider, type Decision } from '@concord/decider'
import type { PlainDate } from '@concord/standards'
import type { ComaCommand } from './coma.commands.js'
import type { ComaEvent } from './coma.events.js'

/** 昏迷: GB/T 42195-2022 A.5.11 puts a person in coma directly at level 4. */
export type Coma =
  | { readonly status: 'never-in-coma' }
  | { readonly status: 'in-coma'; readonly since: PlainDate }
  | { readonly status: 'awake'; readonly since: PlainDate }

export type ComaRefusal = 'in-coma-already' | 'coma-before-last-ended' | 'not-in-coma' | 'coma-ended-before-it-began'

export const coma: Decider<ComaCommand, Coma, ComaEvent, ComaRefusal> = {
  initial: { status: 'never-in-coma' },

  decide: (command, state) => {
    switch (command.type) {
      case 'BeginComa':
        return begin(command.on, state)
      case 'EndComa':
        return end(command.on, state)
    }
  },

  evolve: (_state, { type, data }) => {
    switch (type) {
      case 'ComaBegan':
        return { status: 'in-coma', since: data.on }
      case 'ComaEnded':
        return { status: 'awake', since: data.on }
    }
  },
}

type Answer = Decision<ComaEvent, ComaRefusal>

const begin = (on: PlainDate, state: Coma): Answer => {
  if (state.status === 'in-coma') return state.since === on ? accept() : refuse('in-coma-already')
  if (state.status === 'awake' && on < state.since) return refuse('coma-before-last-ended')
  return accept({ type: 'ComaBegan', data: { on } })
}

const end = (on: PlainDate, state: Coma): Answer => {
  switch (state.status) {
    case 'never-in-coma':
      return refuse('not-in-coma')
    case 'awake':
      return state.since === on ? accept() : refuse('not-in-coma')
    case 'in-coma':
      return on < state.since ? refuse('coma-ended-before-it-began') : accept({ type: 'ComaEnded', data: { on } })
  }
}
