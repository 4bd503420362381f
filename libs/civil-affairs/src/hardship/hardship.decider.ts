import { accept, refuse, type Decider, type Decision } from '@concord/decider'
import type { PlainDate } from '@concord/standards'
import type { HardshipCommand } from './hardship.commands.js'
import type { HardshipEvent, HardshipStatus } from './hardship.events.js'

/**
 * 困难身份 of one person over time, one at a time. 特困 excludes 低保 (国发〔2016〕14号), and 低保边缘 is by its definition neither
 * (民发〔2021〕57号) (unconfirmed): who moves from one to another is withdrawn from the first.
 */
export type HardshipPeriods = readonly HardshipPeriod[]

interface HardshipPeriod {
  readonly status: HardshipStatus
  readonly from: PlainDate
  /** The day of the withdrawal, on which it no longer holds; absent while it stands. */
  readonly withdrawnOn?: PlainDate
}

export type HardshipRefusal =
  | 'hardship-recognised-already'
  | 'other-hardship-recognised'
  | 'recognised-before-last-withdrawal'
  | 'hardship-not-recognised'
  | 'withdrawn-before-recognition'

export const hardship: Decider<HardshipCommand, HardshipPeriods, HardshipEvent, HardshipRefusal> = {
  initial: [],

  decide: (command, periods) => {
    switch (command.type) {
      case 'RecogniseHardship':
        return recognise(command, periods)
      case 'WithdrawHardship':
        return withdraw(command, periods)
    }
  },

  evolve: (periods, { type, data }) => {
    switch (type) {
      case 'HardshipRecognised':
        return [...periods, { status: data.status, from: data.on }]
      case 'HardshipWithdrawn':
        return periods.map((period) => (stands(period) ? { ...period, withdrawnOn: data.on } : period))
    }
  },
}

/** What the person's status is on a day, as far as it is known. */
export const hardshipOn = (periods: HardshipPeriods, on: PlainDate): HardshipStatus | 'none' =>
  periods.find(({ from, withdrawnOn }) => from <= on && (withdrawnOn === undefined || on < withdrawnOn))?.status ?? 'none'

type Asked<Type> = Extract<HardshipCommand, { type: Type }>
type Answer = Decision<HardshipEvent, HardshipRefusal>

const recognise = ({ status, on }: Asked<'RecogniseHardship'>, periods: HardshipPeriods): Answer => {
  if (periods.some((period) => period.status === status && period.from === on)) return accept()
  const last = periods.at(-1)
  if (last && stands(last)) return refuse(last.status === status ? 'hardship-recognised-already' : 'other-hardship-recognised')
  if (last?.withdrawnOn !== undefined && on < last.withdrawnOn) return refuse('recognised-before-last-withdrawal')
  return accept({ type: 'HardshipRecognised', data: { status, on } })
}

const withdraw = ({ status, on }: Asked<'WithdrawHardship'>, periods: HardshipPeriods): Answer => {
  if (periods.some((period) => period.status === status && period.withdrawnOn === on)) return accept()
  const standing = periods.find((period) => stands(period) && period.status === status)
  if (!standing) return refuse('hardship-not-recognised')
  return on < standing.from ? refuse('withdrawn-before-recognition') : accept({ type: 'HardshipWithdrawn', data: { status, on } })
}

const stands = ({ withdrawnOn }: HardshipPeriod): boolean => withdrawnOn === undefined
