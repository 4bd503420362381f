import { z } from 'zod'
import { contextName } from '@concord/contracts'
import { identityDocument, personId } from '@concord/identity'
import { decision } from '@concord/recognition'
import { plainDate } from '@concord/standards'

const position = z.string().regex(/^\d{1,19}$/)

/** 互认查询: about whom, for which purpose, when, as known when. */
export const lookup = z
  .strictObject({
    document: identityDocument.optional(),
    person: personId.optional(),
    purpose: z.string().min(1).max(100),
    asOf: plainDate.optional().describe('The date for which the answer shall hold; today in China without it'),
    knownAt: z.iso.datetime().optional().describe('Only what was recorded by this instant; everything without it'),
    after: z.partialRecord(contextName, position).optional().describe('Positions that a command answered: wait until they count'),
  })
  .refine(({ document, person }) => (document === undefined) !== (person === undefined), {
    message: 'name the person by document or by person, one of the two 请提供 document 或 person 之一',
  })
export type Lookup = z.infer<typeof lookup>

export const lookups = z.strictObject({ lookups: z.array(lookup).min(1).max(1000) })

export const lookupAnswer = z
  .object({
    person: personId,
    purpose: z.string(),
    asOf: plainDate,
    knownAt: z.iso.datetime().nullable(),
    decision: decision.partial(),
    explanation: z.object({ zh: z.string(), en: z.string() }).nullable().describe('Null where the purpose may not see the basis'),
    disclosure: z.uuid().describe('The record of this answer on the audit trail'),
  })
  .meta({ id: 'LookupAnswer' })
export type LookupAnswer = z.infer<typeof lookupAnswer>

export const lookupAnswers = z.object({ answers: z.array(lookupAnswer) })
