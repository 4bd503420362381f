import { z } from 'zod'
import { plainDate } from '@concord/standards'
import { standard } from '../facts/finding.js'
import { conditions } from './conditions.js'
import { scales } from './scales.js'

export const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** What a finding counts as, in the consumer's own words. */
export const acceptedAs = z.strictObject({
  code,
  zh: z.string().min(1),
  en: z.string().min(1),
  /** How much it gives the person: of several recognitions the greatest is answered. */
  rank: z.int().min(0).max(9),
  /** These are the words of that very standard: no finding under another one may be accepted as them. */
  native: standard.optional(),
})
export type AcceptedAs = z.infer<typeof acceptedAs>

/** 互认规则: for one purpose, which finding counts, under which conditions, as what, for at most how long. */
export const rule = z
  .strictObject({
    id: code,
    purpose: code,
    enabled: z.boolean(),
    from: plainDate,
    /** The last day of the rule. */
    until: plainDate.optional(),
    accepts: z.strictObject({ standard, grades: z.array(z.int()).min(1) }),
    conditions,
    acceptedAs,
    /** Counted from the day the finding took effect. Never longer than the source says. */
    capMonths: z.int().positive().max(600).optional(),
    /** Where the rule comes from: document number and clause, or that it is a proposal. */
    source: z.string().min(1),
  })
  .superRefine(({ accepts, acceptedAs, conditions, from, until }, context) => {
    const { grades, scores } = scales[accepts.standard]
    const wrong = (path: string[], message: string): void => context.addIssue({ code: 'custom', path, message })
    if (!accepts.grades.every((grade) => grades.includes(grade))) wrong(['accepts', 'grades'], 'a grade that the scheme does not know')
    if (acceptedAs.native !== undefined && acceptedAs.native !== accepts.standard)
      wrong(['acceptedAs', 'native'], 'never inferred from another scheme')
    if (conditions.scoreAtMost && !scores.includes(conditions.scoreAtMost.score))
      wrong(['conditions', 'scoreAtMost'], 'a score that the scheme does not have')
    if (until !== undefined && until < from) wrong(['until'], 'ends before it begins')
  })
export type Rule = z.infer<typeof rule>
