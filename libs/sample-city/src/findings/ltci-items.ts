import type { Chance } from '../chance/chance.js'
import { pointsSummingTo } from './points.js'

/** 医保办发〔2021〕37号: 10 ADL items in steps of five points, 4 cognition, 3 perception. */
const adlSteps = [2, 2, 1, 2, 2, 2, 3, 3, 2, 1]
const cognitionPoints = [4, 4, 4, 4]
const perceptionPoints = [4, 4, 4]

/** Sums that lead to a grade by the combination table: ADL in steps of five, cognition; perception is never the worse of the two. */
interface Sums {
  readonly adl: readonly [number, number]
  readonly cognition: readonly [number, number]
}
const sumsOf: Readonly<Record<LtciGrade, Sums>> = {
  1: { adl: [13, 19], cognition: [12, 15] },
  2: { adl: [9, 12], cognition: [10, 15] },
  3: { adl: [2, 8], cognition: [6, 14] },
  4: { adl: [1, 7], cognition: [2, 3] },
  5: { adl: [0, 4], cognition: [0, 1] },
}
export type LtciGrade = 1 | 2 | 3 | 4 | 5

/** 17 item answers in the standard's order that score to the wanted grade. */
export const ltciItems = (grade: LtciGrade, chance: Chance): readonly number[] => {
  const { adl, cognition } = sumsOf[grade]
  return [
    ...pointsSummingTo(chance.between(...adl), adlSteps, chance).map((steps) => steps * 5),
    ...pointsSummingTo(chance.between(...cognition), cognitionPoints, chance),
    ...pointsSummingTo(chance.between(5, 12), perceptionPoints, chance),
  ]
}

/** Where the four items that GB/T 42195 words almost alike stand: time, person, space orientation, and communication. */
export const ltciAlike = { time: 10, person: 11, space: 12, communication: 16 } as const
