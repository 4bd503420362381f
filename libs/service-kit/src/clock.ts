import { dateInChina, type PlainDate } from '@concord/standards'

/** The only way to learn what time it is. */
export interface Clock {
  readonly now: () => Date
}

export const CLOCK = Symbol('CLOCK')

export const systemClock: Clock = { now: () => new Date() }

/** 今天 in China. */
export const today = (clock: Clock): PlainDate => dateInChina(clock.now().toISOString())
