import { accept, refuse, type Decider, type Decision } from '@concord/decider'
import type { InstitutionCode, PlainDate } from '@concord/standards'
import type { HomeSickbedCommand } from './home-sickbed.commands.js'
import type { ClosingReason, HomeSickbedEvent } from './home-sickbed.events.js'

/** 家庭病床: care of a patient at home under one institution, open or not. */
export type HomeSickbed =
  | { readonly status: 'never-opened' }
  | { readonly status: 'open'; readonly since: PlainDate; readonly institution: InstitutionCode }
  | { readonly status: 'closed'; readonly on: PlainDate; readonly reason: ClosingReason }

export type HomeSickbedRefusal = 'open-already' | 'opened-before-last-closing' | 'closed-before-opening' | 'not-open'

export const homeSickbed: Decider<HomeSickbedCommand, HomeSickbed, HomeSickbedEvent, HomeSickbedRefusal> = {
  initial: { status: 'never-opened' },

  decide: (command, bed) => {
    switch (command.type) {
      case 'OpenHomeSickbed':
        return open(command, bed)
      case 'CloseHomeSickbed':
        return close(command, bed)
    }
  },

  evolve: (_bed, { type, data }) => {
    switch (type) {
      case 'HomeSickbedOpened':
        return { status: 'open', since: data.on, institution: data.institution }
      case 'HomeSickbedClosed':
        return { status: 'closed', on: data.on, reason: data.reason }
    }
  },
}

type Asked<Type> = Extract<HomeSickbedCommand, { type: Type }>
type Answer = Decision<HomeSickbedEvent, HomeSickbedRefusal>

const open = ({ on, institution }: Asked<'OpenHomeSickbed'>, bed: HomeSickbed): Answer => {
  if (bed.status === 'open') return bed.since === on && bed.institution === institution ? accept() : refuse('open-already')
  if (bed.status === 'closed' && on < bed.on) return refuse('opened-before-last-closing')
  return accept({ type: 'HomeSickbedOpened', data: { on, institution } })
}

const close = ({ on, reason }: Asked<'CloseHomeSickbed'>, bed: HomeSickbed): Answer => {
  switch (bed.status) {
    case 'never-opened':
      return refuse('not-open')
    case 'closed':
      return bed.on === on && bed.reason === reason ? accept() : refuse('not-open')
    case 'open':
      return on < bed.since ? refuse('closed-before-opening') : accept({ type: 'HomeSickbedClosed', data: { on, reason } })
  }
}
