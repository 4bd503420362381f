import { z } from 'zod'
import { institutionCode, plainDate, publishes, recordId, region } from './vocabulary.js'

/** 1 视力 2 听力 3 言语 4 肢体 5 智力 6 精神 */
const component = z.object({ category: z.int().min(1).max(6), grade: z.int().min(1).max(4) })

/** 残疾评定 (GB/T 26341-2010): category 7 is 多重, whose components are always carried. 1 is the most severe grade. */
const evaluation = {
  certificateId: recordId,
  standard: z.literal('gbt-26341-2010'),
  category: z.int().min(1).max(7),
  grade: z.int().min(1).max(4),
  components: z.array(component).min(1).max(6),
  determinedOn: plainDate,
  institution: institutionCode,
}

const about = { certificateId: recordId, on: plainDate }

/** What 残联 tells the others. Certificates have an id of their own: the printed number changes with the grade. */
export const disabledPersonsFederationEvent = z.discriminatedUnion('type', [
  publishes('CertificateApplied', { ...about, bornOn: plainDate, householdRegion: region }),
  publishes('EvaluationPublicised', { ...evaluation, noticeEndsOn: plainDate }),
  publishes('CertificateRefused', { ...about, reason: z.enum(['standard-not-met', 'false-materials', 'objection-upheld', 'withdrawn']) }),
  publishes('CertificateIssued', { ...evaluation, issuedOn: plainDate, validUntil: plainDate }),
  publishes('CertificateRenewed', { ...about, validUntil: plainDate }),
  publishes('CertificateReissued', { ...about, suffix: z.string().regex(/^B[1-9]$/) }),
  publishes('DisabilityRegraded', { ...evaluation, on: plainDate }),
  publishes('CertificateMoved', { ...about, householdRegion: region }),
  publishes('CertificateFrozen', { ...about, reason: z.enum(['expired', 'data-check', 'suspected-irregularity']) }),
  publishes('CertificateUnfrozen', about),
  publishes('CertificateExpired', about),
  publishes('CertificateCancelled', {
    ...about,
    reason: z.enum(['deceased', 'own-wish', 'standard-not-met', 'fraud', 'transferred', 'left-country']),
  }),
  publishes('EvaluationDisputed', about),
  /** The city's or, finally, the province's answer to a dispute: takes the place of what was disputed. */
  publishes('DisputeConcluded', { ...evaluation, on: plainDate, final: z.boolean() }),
])
export type DisabledPersonsFederationEvent = z.infer<typeof disabledPersonsFederationEvent>
