import { z } from 'zod'
import { assessmentItem } from '../scoring/assessment-item.js'
import { codeName } from '../scoring/code-name.js'
import { source } from '../source/source.js'
import data from './gbt-42195-2022.json' with { type: 'json' }

const level = z.literal([0, 1, 2, 3, 4])
const rule = { name: z.string(), clause: z.string() }

const table = z.strictObject({
  source,
  dimensions: z.array(z.strictObject({ name: z.string(), clause: z.string(), items: z.array(assessmentItem) })),
  levels: z.array(codeName.extend({ code: level, from: z.int(), to: z.int() })),
  preliminaryClause: z.string(),
  adjustments: z.strictObject({
    coma: z.strictObject({ ...rule, level }),
    'dementia-or-mental-disorder': z.strictObject({ ...rule, worseBy: z.int() }),
    'care-risk-events': z.strictObject({ ...rule, events: z.int(), worseBy: z.int() }),
  }),
  finalClause: z.string(),
})

/** GB/T 42195-2022 《老年人能力评估规范》, as data. */
export const gbt42195Table = table.parse(data)

export type Gbt42195Level = z.infer<typeof level>
export type Gbt42195Adjustment = keyof typeof gbt42195Table.adjustments
