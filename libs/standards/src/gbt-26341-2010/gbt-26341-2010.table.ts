import { z } from 'zod'
import { codeName } from '../scoring/code-name.js'
import { source } from '../source/source.js'
import data from './gbt-26341-2010.json' with { type: 'json' }

const table = z.strictObject({
  source,
  categories: z.array(codeName).length(7),
  grades: z.array(codeName).length(4),
  /** What a physician measures, and its range in each grade, the most severe first. Told to people; nothing is computed from it. */
  criteria: z.array(
    z.strictObject({
      categories: z.array(z.int()),
      measure: z.string(),
      grades: z.array(z.string()).length(4),
      unconfirmed: z.literal(true).optional(),
    }),
  ),
  multiple: z.strictObject({ clause: z.string(), rule: z.string() }),
})

/** GB/T 26341-2010 《残疾人残疾分类和分级》, as data. */
export const gbt26341Table = table.parse(data)
