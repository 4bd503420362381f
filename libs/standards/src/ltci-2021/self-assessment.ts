import { z } from 'zod'
import { ltci2021Table, type SelfAssessmentCategory } from './ltci-2021.table.js'

const { answers, categories, classes, mayApply } = ltci2021Table.selfAssessment

const answer = z.enum(['independent', 'partly-independent', 'dependent'])

/** 自评表: what the person can do alone, in part, or not at all, in six things of daily life. */
export const selfAssessmentAnswers = z.strictObject({
  eating: answer,
  continence: answer,
  bathing: answer,
  dressing: answer,
  toileting: answer,
  transfer: answer,
})
export type SelfAssessmentAnswers = Readonly<z.infer<typeof selfAssessmentAnswers>>

export interface SelfAssessmentGate {
  readonly category: SelfAssessmentCategory
  /** Only categories E, F and G may apply for an assessment. */
  readonly mayApply: boolean
  /** What the person depends on others for, in the standard's words. */
  readonly dependentIn: readonly string[]
}

/** The gate before an application (医保办发〔2021〕37号, 自评表, Table B): 依赖 is counted in each class, and the counts give the category. */
export const selfAssessmentGate = (given: SelfAssessmentAnswers): SelfAssessmentGate => {
  const { eating, continence, bathing, dressing, toileting, transfer } = given
  const a = dependent({ eating, continence, bathing }, classes.a)
  const b = dependent({ dressing, toileting, transfer }, classes.b)
  const category = categories[a.length]?.[b.length]
  if (category === undefined) throw new RangeError('the self-assessment table has no such cell')
  return { category, mayApply: mayApply.includes(category), dependentIn: [...a, ...b] }
}

const dependent = <Thing extends string>(
  given: Readonly<Record<Thing, keyof typeof answers>>,
  names: Readonly<Record<NoInfer<Thing>, string>>,
): string[] => {
  const things: Thing[] = []
  for (const thing in given) if (given[thing] === 'dependent') things.push(thing)
  return things.map((thing) => names[thing])
}
