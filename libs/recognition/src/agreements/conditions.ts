import { z } from 'zod'
import { standard } from '../facts/finding.js'

const asked = z.literal(true).optional()
const months = z.int().positive().max(600)

/** What a rule may ask besides scheme and grade. A condition that is not written is not asked. */
export const conditions = z.strictObject({
  /** 周岁 on the date of the question. */
  minAge: z.int().min(0).max(150).optional(),
  /** The finding was determined at most so many months ago. */
  notOlderThanMonths: months.optional(),
  /** 公示: the finding was on public notice. */
  publicised: asked,
  /** No finding of the person under any scheme is disputed on the date. */
  noOpenDispute: asked,
  /** Every assessor stands in the agreement's joint pool (联合评估员库). */
  assessorsInJointPool: asked,
  /** 定点: the institution was on the agreement's list on the day it determined. */
  institutionContracted: asked,
  /** The institution neither stands on the agreement's list of care providers nor treated or nursed the person on that day. */
  institutionNeutral: asked,
  /** 户籍地, 参保地 or 居住地 lies in one of the regions; a shorter code names all regions within it. */
  region: z
    .strictObject({ which: z.enum(['household', 'insured', 'residence']), within: z.array(z.string().regex(/^\d{2,6}$/)).min(1) })
    .optional(),
  /** F00–F03, or F04–F99; by a specialist where the rule asks so. */
  diagnosis: z.strictObject({ of: z.enum(['dementia', 'mental-disorder', 'either']), bySpecialist: z.boolean() }).optional(),
  /** Findings of accepted grades under the same scheme reach back so many months. */
  lastedMonths: months.optional(),
  /** Neither in hospital nor paid for a place in an institution on the date. */
  livingAtHome: asked,
  /** A dimension score of the finding is at most this. */
  scoreAtMost: z.strictObject({ score: z.string(), points: z.int().min(0) }).optional(),
  /** 残疾类别 1–7 as printed on the certificate. */
  categories: z.array(z.int().min(1).max(7)).min(1).optional(),
  /** Some component has such a category and grade: what category 7 hides. */
  component: z
    .strictObject({ categories: z.array(z.int().min(1).max(6)).min(1), grades: z.array(z.int().min(1).max(4)).min(1) })
    .optional(),
  /** Some other finding in force proves it too, e.g. 需长期照护. */
  provenBy: z
    .array(z.strictObject({ standard, grades: z.array(z.int().min(0).max(5)).min(1) }))
    .min(1)
    .optional(),
})
export type Conditions = z.infer<typeof conditions>
export type ConditionName = keyof Conditions
