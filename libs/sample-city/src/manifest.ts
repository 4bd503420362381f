import { z } from 'zod'
import { contextName } from '@concord/contracts'
import { plainDate } from '@concord/standards'
import { planted } from './stories/planted.js'

const count = z.int().min(0)

const expectedReject = z.union([
  /** A cell that cannot be right, by its canonical column. */
  z.strictObject({ column: z.string(), rows: count }),
  /** A rule that refuses, by its slug. */
  z.strictObject({ refusal: z.string(), rows: count }),
])
export type ExpectedReject = z.infer<typeof expectedReject>

const writtenFile = z.strictObject({
  context: contextName,
  /** As the import command names it. */
  kind: z.string(),
  /** Below the folder of the manifest. */
  path: z.string(),
  format: z.enum(['csv', 'ndjson']),
  encoding: z.enum(['utf-8', 'gb18030']),
  /** The mapping file, below the same folder. */
  mapping: z.string().optional(),
  rows: count,
  expectedRejects: z.array(expectedReject),
})
export type WrittenFile = z.infer<typeof writtenFile>

const example = z.strictObject({
  name: z.string(),
  document: z.string(),
  zh: z.string(),
  en: z.string(),
  questions: z.array(
    z.strictObject({
      purpose: z.string(),
      asOf: plainDate,
      answer: z.strictObject({
        outcome: z.string(),
        acceptedAs: z.string().optional(),
        until: plainDate.optional(),
        missing: z.array(z.string()),
      }),
    }),
  ),
})
export type CityExample = z.infer<typeof example>

/** What was written, and what whoever imports it must find. */
export const manifest = z.strictObject({
  synthetic: z.literal('合成数据：所有人员和证件号码均为虚构 · made-up persons and numbers throughout'),
  seed: z.int(),
  today: plainDate,
  population: z.strictObject({
    persons: count,
    elders: count,
    disabled: count,
    severe: count,
    certified: count,
    certifiedElders: count,
  }),
  /** In the order in which they must be imported. */
  files: z.array(writtenFile),
  planted: z.array(z.strictObject({ kind: planted, zh: z.string(), en: z.string(), persons: count })),
  examples: z.array(example),
})
export type Manifest = z.infer<typeof manifest>
export type Population = Manifest['population']
