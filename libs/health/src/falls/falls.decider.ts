import { accept, refuse, type Decider } from '@concord/decider'
import type { FallCommand } from './falls.commands.js'
import type { Fall, FallEvent } from './falls.events.js'

export type FallRefusal = 'fall-id-used-already'

/** 跌倒: a care-risk event, of which GB/T 42195-2022 A.2.14 counts the last 30 days. In any order: reports come late. */
export const falls: Decider<FallCommand, readonly Fall[], FallEvent, FallRefusal> = {
  initial: [],

  decide: ({ fallId, on }, reported) => {
    const known = reported.find((fall) => fall.fallId === fallId)
    if (known) return known.on === on ? accept() : refuse('fall-id-used-already')
    return accept({ type: 'FallReported', data: { fallId, on } })
  },

  evolve: (reported, { data }) => [...reported, data],
}
