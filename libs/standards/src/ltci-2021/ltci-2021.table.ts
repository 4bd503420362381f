import { z } from 'zod'
import { assessmentItem } from '../scoring/assessment-item.js'
import { codeName } from '../scoring/code-name.js'
import { source } from '../source/source.js'
import data from './ltci-2021.json' with { type: 'json' }

/** 能力完好 · 轻度受损 · 中度受损 · 重度受损, best first. */
export const bands = ['intact', 'mild', 'moderate', 'severe'] as const
export type Band = (typeof bands)[number]

const dimension = z.strictObject({
  name: z.string(),
  clause: z.string(),
  items: z.array(assessmentItem),
  bands: z.array(z.strictObject({ band: z.enum(bands), name: z.string(), from: z.int(), to: z.int() })),
})

const grade = z.literal([0, 1, 2, 3, 4, 5])
const category = z.enum(['A', 'B', 'C', 'D', 'E', 'F', 'G'])

const table = z.strictObject({
  source,
  dimensions: z.strictObject({ adl: dimension, cognition: dimension, perception: dimension }),
  /** By the ADL band, then by the worse of the other two. */
  combination: z.strictObject({ clause: z.string(), grades: z.record(z.enum(bands), z.record(z.enum(bands), grade)) }),
  grades: z.array(codeName),
  selfAssessment: z.strictObject({
    clause: z.string(),
    classes: z.strictObject({
      a: z.strictObject({ eating: z.string(), continence: z.string(), bathing: z.string() }),
      b: z.strictObject({ dressing: z.string(), toileting: z.string(), transfer: z.string() }),
    }),
    answers: z.strictObject({ independent: z.string(), 'partly-independent': z.string(), dependent: z.string() }),
    /** By the number of 依赖 in class a, then in class b. */
    categories: z.array(z.array(category).length(4)).length(4),
    mayApply: z.array(category),
  }),
})

/** 《长期护理失能等级评估标准(试行)》 医保办发〔2021〕37号, as data. */
export const ltci2021Table = table.parse(data)

export type Ltci2021Grade = z.infer<typeof grade>
export type Ltci2021Dimension = keyof typeof ltci2021Table.dimensions
export type SelfAssessmentCategory = z.infer<typeof category>
