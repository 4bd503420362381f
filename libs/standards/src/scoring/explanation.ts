import type { AssessmentItem } from './assessment-item.js'

/** Why a result is what it is, so that an official can follow it on paper. Names and answers are the standard's own, in Chinese. */
export interface Explanation {
  readonly items: readonly ExplainedItem[]
  /** From the sums to the result, in the order in which the standard takes them. */
  readonly steps: readonly ExplainedStep[]
}

export interface ExplainedItem {
  readonly code: string
  readonly name: string
  readonly points: number
  readonly max: number
  /** The answer that these points stand for. */
  readonly answer: string
}

export interface ExplainedStep {
  readonly step: string
  readonly because: string
  readonly result: string
  readonly clause: string
}

export const sum = (points: readonly number[]): number => points.reduce((total, each) => total + each, 0)

export const maximum = (items: readonly AssessmentItem[]): number => sum(items.map(maximumOf))

const maximumOf = ({ options }: AssessmentItem): number => Math.max(...options.map(({ points }) => points))

/** @throws RangeError for points that the items' schema refuses: they were not parsed before. */
export const explainItems = (items: readonly AssessmentItem[], points: readonly number[]): ExplainedItem[] => {
  if (points.length !== items.length) throw new RangeError(`${items.length} items cannot have ${points.length} points`)
  return items.map((item, place) => {
    const chosen = item.options.find((option) => option.points === points[place])
    if (chosen === undefined) throw new RangeError(`${item.code} ${item.name}: points that the item does not allow`)
    return { code: item.code, name: item.name, points: chosen.points, max: maximumOf(item), answer: chosen.text }
  })
}
