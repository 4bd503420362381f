import type { Chance } from '../chance/chance.js'

/** 残疾评定 (GB/T 26341-2010) as the federation's file has it. */
export interface Evaluation {
  readonly category: number
  readonly grade: number
  /** `43` is category 4, grade 3; category 7 (多重) has two. */
  readonly components: readonly string[]
}

/** Limb most often, then hearing, sight, mind: made up after the order of the national sample survey. */
const categories = [4, 4, 4, 4, 2, 2, 1, 1, 5, 6, 6, 3, 7] as const
const grades = [1, 2, 2, 3, 3, 3, 4, 4, 4, 4] as const

export const evaluationOf = (chance: Chance): Evaluation => evaluation(chance.oneOf(categories), chance.oneOf(grades))

export const severeEvaluation = (chance: Chance): Evaluation => evaluation(chance.oneOf([4, 4, 1, 6, 7]), chance.oneOf([1, 2, 2]))

export const evaluation = (category: number, grade: number): Evaluation => ({
  category,
  grade,
  components: category === 7 ? [`4${grade}`, `2${Math.min(grade + 1, 4)}`] : [`${category}${grade}`],
})
