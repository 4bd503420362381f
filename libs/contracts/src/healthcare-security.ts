import { z } from 'zod'
import { determination, plainDate, publishes, recordId, region } from './vocabulary.js'

/** 长护险失能等级结论, in the standard's own terms (医保办发〔2021〕37号). */
const conclusion = {
  assessmentId: recordId,
  standard: z.literal('ltci-2021'),
  /** 0 基本正常 … 5 重度失能Ⅲ级 */
  grade: z.int().min(0).max(5),
  adl: z.int().min(0).max(100),
  cognition: z.int().min(0).max(16),
  perception: z.int().min(0).max(12),
  /** 17 items in the standard's order: 10 ADL, 4 cognition, 3 perception. */
  items: z.array(z.int32()).length(17),
  ...determination,
}

const effect = { effectiveFrom: plainDate, validUntil: plainDate }

const benefit = { benefitId: recordId, on: plainDate }

/** What 医保 tells the others. */
export const healthcareSecurityEvent = z.discriminatedUnion('type', [
  publishes('LtcInsuranceEnrolled', {
    on: plainDate,
    bornOn: plainDate,
    insuredRegion: region,
    insurance: z.enum(['employee', 'resident']),
  }),
  publishes('LtcInsuranceTransferred', { on: plainDate, insuredRegion: region }),
  publishes('LtcInsuranceLapsed', { on: plainDate }),
  publishes('LtcConclusionPublicised', { ...conclusion, noticeEndsOn: plainDate }),
  publishes('LtcNoticeObjectionRaised', { assessmentId: recordId, on: plainDate }),
  publishes('LtcGradeConcluded', { ...conclusion, ...effect, replaces: recordId.optional() }),
  publishes('LtcReEvaluationRequested', { assessmentId: recordId, on: plainDate }),
  /** 复评, final: takes the place of the conclusion with the same assessmentId, and of the older one that this one replaces. */
  publishes('LtcReEvaluationConcluded', { ...conclusion, ...effect, replaces: recordId.optional() }),
  publishes('LtcConclusionExpired', { assessmentId: recordId, on: plainDate }),
  publishes('LtcConclusionRevoked', { assessmentId: recordId, on: plainDate, reason: z.enum(['fraud', 'procedure', 'error']) }),
  publishes('BenefitStarted', { ...benefit, form: z.enum(['home', 'institution', 'hospital']), restsOn: recordId }),
  publishes('BenefitPaused', { ...benefit, reason: z.enum(['in-hospital', 'breach', 'premium-unpaid', 'death-review', 'away']) }),
  publishes('BenefitResumed', benefit),
  publishes('BenefitEnded', {
    ...benefit,
    reason: z.enum(['deceased', 'grade-changed', 'conclusion-ended', 'own-wish', 'breach', 'moved-away']),
  }),
])
export type HealthcareSecurityEvent = z.infer<typeof healthcareSecurityEvent>
