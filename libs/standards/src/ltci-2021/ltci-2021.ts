import { z } from 'zod'
import { pointsOf } from '../scoring/assessment-item.js'
import { type ExplainedStep, type Explanation, explainItems, maximum, sum } from '../scoring/explanation.js'
import { type Band, bands, type Ltci2021Dimension, type Ltci2021Grade, ltci2021Table } from './ltci-2021.table.js'

const { dimensions, combination, grades } = ltci2021Table

/** 17 items in the standard's order: 10 日常生活活动能力, 4 认知能力, 3 感知觉与沟通能力. Points count ability: more is better. */
export const ltci2021Items = z.strictObject({
  adl: pointsOf('adl', dimensions.adl.items),
  cognition: pointsOf('cognition', dimensions.cognition.items),
  perception: pointsOf('perception', dimensions.perception.items),
})
export type Ltci2021Items = Readonly<z.infer<typeof ltci2021Items>>

export interface Ltci2021Result {
  /** 0–100 */
  readonly adl: number
  /** 0–16 */
  readonly cognition: number
  /** 0–12 */
  readonly perception: number
  readonly bands: Readonly<Record<Ltci2021Dimension, Band>>
  /** 0 基本正常 … 5 重度失能Ⅲ级 */
  readonly grade: Ltci2021Grade
  readonly explanation: Explanation
}

/**
 * 长护险失能等级 by 组合法 (医保办发〔2021〕37号): each dimension's sum falls in a band; the ADL band and the worse of the other two
 * give the grade.
 *
 * @throws RangeError for points that `ltci2021Items` refuses
 */
export const scoreLtci2021 = (items: Ltci2021Items): Ltci2021Result => {
  const adl = rate('adl', items.adl)
  const cognition = rate('cognition', items.cognition)
  const perception = rate('perception', items.perception)
  const worse = worseOf(cognition.band, perception.band)
  const grade = combination.grades[adl.band][worse]
  return {
    adl: adl.total,
    cognition: cognition.total,
    perception: perception.total,
    bands: { adl: adl.band, cognition: cognition.band, perception: perception.band },
    grade,
    explanation: {
      items: [...adl.items, ...cognition.items, ...perception.items],
      steps: [adl.step, cognition.step, perception.step, combined(adl.band, worse, grade)],
    },
  }
}

const rate = (dimension: Ltci2021Dimension, points: readonly number[]) => {
  const { name, clause, items, bands: rows } = dimensions[dimension]
  const explained = explainItems(items, points)
  const total = sum(points)
  const row = rows.find(({ from, to }) => from <= total && total <= to)
  if (row === undefined) throw new RangeError(`${name}: no band holds ${total} points`)
  const step: ExplainedStep = { step: `${name}分级`, because: `${total}/${maximum(items)}分`, result: row.name, clause }
  return { total, band: row.band, items: explained, step }
}

const worseOf = (one: Band, other: Band): Band => (bands.indexOf(one) > bands.indexOf(other) ? one : other)

const bandName = (band: Band): string => dimensions.adl.bands.find((row) => row.band === band)?.name ?? band

const combined = (adl: Band, worse: Band, grade: Ltci2021Grade): ExplainedStep => ({
  step: '失能等级',
  because: `${dimensions.adl.name}${bandName(adl)};${dimensions.cognition.name}、${dimensions.perception.name}中较重者${bandName(worse)}`,
  result: `${grade}级 ${grades.find(({ code }) => code === grade)?.zh ?? ''}`,
  clause: combination.clause,
})
