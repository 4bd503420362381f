import { gradeOfMultiple, type InstitutionCode, type PlainDate } from '@concord/standards'

/** 残疾类别 (GB/T 26341-2010): 1 视力 2 听力 3 言语 4 肢体 5 智力 6 精神 7 多重 */
export type Category = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** 残疾等级 (GB/T 26341-2010): 1 极重度 2 重度 3 中度 4 轻度. One is the most severe. */
type Grade = 1 | 2 | 3 | 4

/** One of the disabilities a person has. */
export interface Component {
  readonly category: Exclude<Category, 7>
  readonly grade: Grade
}

/** 残疾评定: what a designated hospital found. The components are always carried, since category 7 hides them. */
export interface Evaluation {
  readonly category: Category
  readonly grade: Grade
  readonly components: readonly Component[]
  readonly determinedOn: PlainDate
  readonly institution: InstitutionCode
}

export type EvaluationFlaw =
  | 'component-twice'
  | 'multiple-needs-two-components'
  | 'component-not-of-the-category'
  | 'grade-not-of-the-most-severe-component'
  | 'evaluated-too-early'
  | 'evaluated-after-the-record'

/** The days between which an evaluation that is recorded must have been made. */
export interface Period {
  readonly from: PlainDate
  readonly until: PlainDate
}

/** 残疾人证管理办法 art. 13: several disabilities are 多重, graded as the most severe of them. Undefined when nothing is wrong. */
export const flawIn = (evaluation: Evaluation, { from, until }: Period): EvaluationFlaw | undefined => {
  if (evaluation.determinedOn < from) return 'evaluated-too-early'
  if (evaluation.determinedOn > until) return 'evaluated-after-the-record'
  return flawInCategory(evaluation) ?? flawInGrade(evaluation)
}

const flawInCategory = ({ category, components }: Evaluation): EvaluationFlaw | undefined => {
  const categories = new Set<Category>(components.map((component) => component.category))
  if (categories.size < components.length) return 'component-twice'
  if (category === 7) return components.length < 2 ? 'multiple-needs-two-components' : undefined
  return components.length === 1 && categories.has(category) ? undefined : 'component-not-of-the-category'
}

const flawInGrade = ({ grade, components }: Evaluation): EvaluationFlaw | undefined =>
  grade === gradeOfMultiple(components) ? undefined : 'grade-not-of-the-most-severe-component'
