import { z } from 'zod'
import { pointsOf } from '../scoring/assessment-item.js'
import { type ExplainedStep, type Explanation, explainItems, maximum, sum } from '../scoring/explanation.js'
import { type Gbt42195Adjustment, type Gbt42195Level, gbt42195Table } from './gbt-42195-2022.table.js'

const { dimensions, levels, adjustments: rules, preliminaryClause, finalClause } = gbt42195Table
const allItems = dimensions.flatMap(({ items }) => items)

/** 26 items in the standard's order, B.1.1 to B.4.5. Points count ability: more is better. */
export const gbt42195Items = pointsOf('items', allItems)
export type Gbt42195Items = z.infer<typeof gbt42195Items>

/** What the level rests on: the items, and what Annex C.4 asks besides. */
export const gbt42195Assessment = z.strictObject({
  items: gbt42195Items,
  /** 昏迷 (A.5.11) */
  coma: z.boolean(),
  /** 痴呆 F00–F03, or F04–F99 diagnosed by a psychiatric specialist (A.4.1) */
  dementiaOrMentalDisorder: z.boolean(),
  /** 跌倒、噎食、自杀、自伤、走失等 within 30 days before the assessment, all kinds together (A.2.14) */
  careRiskEvents30Days: z.int().min(0),
})
export type Gbt42195Assessment = Readonly<z.infer<typeof gbt42195Assessment>>

export interface Gbt42195Result {
  /** 0–90 */
  readonly total: number
  /** By the total alone. */
  readonly preliminary: Gbt42195Level
  /** 0 能力完好 … 4 能力完全丧失, every adjustment added to the other. */
  readonly level: Gbt42195Level
  /** The level if one adjustment at most counts: the standard does not say which way is meant. */
  readonly levelWithoutStacking: Gbt42195Level
  /** Every rule of C.4 that the person's case meets. */
  readonly adjustments: readonly Gbt42195Adjustment[]
  readonly explanation: Explanation
}

/**
 * 老年人能力等级 (GB/T 42195-2022, Annexes B and C). Says nothing about age: whom the standard applies to is the agency's rule.
 *
 * @throws RangeError for points that `gbt42195Items` refuses
 */
export const scoreGbt42195 = (assessment: Gbt42195Assessment): Gbt42195Result => {
  const items = explainItems(allItems, assessment.items)
  const total = sum(assessment.items)
  const preliminary = levelOf(total)
  const adjustments = adjustmentsOf(assessment)
  const level = adjusted(preliminary, adjustments, sum)
  const levelWithoutStacking = adjusted(preliminary, adjustments, (steps) => Math.max(0, ...steps))
  const steps = [
    ...subtotals(assessment.items),
    { step: '初步等级', because: `${total}/${maximum(allItems)}分`, result: nameOf(preliminary), clause: preliminaryClause },
    ...adjustments.map((adjustment) => adjustmentStep(adjustment, assessment)),
    { step: '最终等级', because: `初步等级${preliminary},变更依据${adjustments.length}项`, result: nameOf(level), clause: finalClause },
  ]
  return { total, preliminary, level, levelWithoutStacking, adjustments, explanation: { items, steps } }
}

const levelOf = (total: number): Gbt42195Level => {
  const row = levels.find(({ from, to }) => from <= total && total <= to)
  if (row === undefined) throw new RangeError(`no level holds ${total} points`)
  return row.code
}

const adjustmentsOf = ({ coma, dementiaOrMentalDisorder, careRiskEvents30Days }: Gbt42195Assessment): Gbt42195Adjustment[] => {
  const found: Gbt42195Adjustment[] = []
  if (coma) found.push('coma')
  if (dementiaOrMentalDisorder) found.push('dementia-or-mental-disorder')
  if (careRiskEvents30Days >= rules['care-risk-events'].events) found.push('care-risk-events')
  return found
}

/** Worse by as many levels as the adjustments together say, and never beyond the worst; a coma is the worst at once. */
const adjusted = (
  preliminary: Gbt42195Level,
  adjustments: readonly Gbt42195Adjustment[],
  together: (steps: readonly number[]) => number,
): Gbt42195Level => {
  if (adjustments.includes('coma')) return rules.coma.level
  const steps = adjustments.map((adjustment) => (adjustment === 'coma' ? 0 : rules[adjustment].worseBy))
  const worst = Math.max(...levels.map(({ code }) => code))
  const level = Math.min(preliminary + together(steps), worst)
  return levels.find(({ code }) => code === level)?.code ?? preliminary
}

const nameOf = (level: Gbt42195Level): string => `${level}级 ${levels.find(({ code }) => code === level)?.zh ?? ''}`

const subtotals = (points: readonly number[]): ExplainedStep[] => {
  let start = 0
  return dimensions.map(({ name, clause, items }) => {
    const own = points.slice(start, (start += items.length))
    return { step: `${name}得分`, because: `${items.length}项`, result: `${sum(own)}/${maximum(items)}分`, clause }
  })
}

const adjustmentStep = (adjustment: Gbt42195Adjustment, { careRiskEvents30Days }: Gbt42195Assessment): ExplainedStep => ({
  step: '等级变更依据',
  because: `${rules[adjustment].name}${adjustment === 'care-risk-events' ? `${careRiskEvents30Days}次` : ''}`,
  result: adjustment === 'coma' ? `直接评为${rules.coma.level}级` : `加重${rules[adjustment].worseBy}级`,
  clause: rules[adjustment].clause,
})
