import { z } from 'zod'
import { contextName } from '@concord/contracts'
import { plainDate } from '@concord/standards'
import { acceptedAs } from '../agreements/rule.js'
import { conditions } from '../agreements/conditions.js'
import { component, findingStatus, standard } from '../facts/finding.js'
import { sourceRef } from '../facts/source-ref.js'

/**
 * 互认结论. `suspended`: everything waits, because the agreement is suspended, the certificate is frozen, or one source alone reports
 * a death. `unknown`: no finding that the purpose accepts; absence of a certificate is never ability.
 */
export const outcome = z.enum([
  'recognised',
  'not-met',
  'provisional',
  'disputed',
  'expired',
  'withdrawn',
  'suspended',
  'deceased',
  'unknown',
])
export type Outcome = z.infer<typeof outcome>

/** What stands between a person and recognition: a condition of the rule, or what is named here. */
export const missing = z.enum([
  ...conditions.keyof().options,
  'agreement',
  'finding',
  'grade',
  'notice-ended',
  'dispute-settled',
  'valid-finding',
  'longest-time',
  'second-death-report',
  'agreement-resumed',
  'certificate-unfrozen',
])
export type Missing = z.infer<typeof missing>

/** A finding as a basis: in its own agency's terms, never rewritten. */
export const findingBasis = z.object({
  context: contextName,
  standard,
  record: z.string(),
  grade: z.int(),
  category: z.int().optional(),
  components: z.array(component).readonly(),
  status: findingStatus,
  determinedOn: plainDate,
  validUntil: plainDate.optional(),
  /** The event that determined it. */
  source: sourceRef,
  /** That event and every other that made the finding what it was on the date: an issue, a renewal, a dispute, a revocation. */
  sources: z.array(sourceRef).readonly(),
})
export type FindingBasis = z.infer<typeof findingBasis>

export const decision = z.object({
  outcome,
  acceptedAs: acceptedAs.optional(),
  basis: z.object({
    /** The row of the agreement; or what stands above all agreements: `death-by-two-sources`, `no-agreement`, `no-finding` … */
    rule: z.string(),
    agreement: z.object({ id: z.string(), version: z.int(), mark: z.string() }).optional(),
    findings: z.array(findingBasis).readonly(),
    circumstances: z.array(sourceRef).readonly(),
  }),
  /** Of a recognition, its last day: the earliest of the source's validity, the rule's cap and the agreement's end. */
  until: plainDate.optional(),
  missing: z.array(missing).readonly(),
  /** The next date on which the calendar alone may change this answer; before it only a new event can. */
  nextChangeOn: plainDate.optional(),
})
export type Decision = z.infer<typeof decision>
/** A decision without the look ahead. */
export type Verdict = Omit<Decision, 'nextChangeOn'>
