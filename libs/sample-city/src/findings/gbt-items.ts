import type { Chance } from '../chance/chance.js'
import { pointsSummingTo } from './points.js'

/** GB/T 42195-2022, Annex B: the highest points of B.1.1 to B.4.5, together 90. */
const highest = [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 3, 4, 4, 4, 4, 4, 4, 1, 1, 2, 2, 2, 4, 3, 4]

/** Totals that lead to a preliminary level (C.3). */
const totals: Readonly<Record<GbtLevel, readonly [number, number]>> = { 1: [66, 86], 2: [46, 65], 3: [30, 45], 4: [8, 29] }
export type GbtLevel = 1 | 2 | 3 | 4

/** 26 item answers in the standard's order that score to the wanted preliminary level. */
export const gbtItems = (preliminary: GbtLevel, chance: Chance): readonly number[] =>
  pointsSummingTo(chance.between(...totals[preliminary]), highest, chance)

/** Where time, space and person orientation stand (B.3.1 to B.3.3). */
export const gbtAlike = { time: 12, space: 13, person: 14 } as const
