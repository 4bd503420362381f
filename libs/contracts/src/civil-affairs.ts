import { z } from 'zod'
import { determination, plainDate, publishes, recordId, region } from './vocabulary.js'

/** 老年人能力评估, in the standard's own terms (GB/T 42195-2022). */
const assessment = {
  assessmentId: recordId,
  standard: z.literal('gbt-42195-2022'),
  reason: z.enum(['first', 'routine', 'immediate', 'review', 'other']),
  /** 26 items in the standard's order. */
  items: z.array(z.int32()).length(26),
  total: z.int().min(0).max(90),
  /** By the total alone. */
  preliminary: z.int().min(0).max(4),
  /** 0 能力完好 … 4 能力完全丧失, after Annex C.4. */
  level: z.int().min(0).max(4),
  adjustments: z.array(z.enum(['coma', 'dementia-or-mental-disorder', 'care-risk-events'])),
  ...determination,
  effectiveFrom: plainDate,
  /** Routine reassessment after 12 months. */
  validUntil: plainDate,
}

const hardship = { status: z.enum(['destitute', 'low-income', 'low-income-margin']), on: plainDate }
const granted = { subsidyId: recordId, on: plainDate, monthlyFen: z.int().positive(), restsOn: recordId.optional() }
const stopped = {
  subsidyId: recordId,
  on: plainDate,
  reason: z.enum(['deceased', 'basis-ended', 'own-wish', 'overlap', 'moved-away', 'error']),
}

/** What 民政 tells the others. */
export const civilAffairsEvent = z.discriminatedUnion('type', [
  publishes('CivilAffairsFileOpened', { on: plainDate, bornOn: plainDate, householdRegion: region, residenceRegion: region }),
  publishes('ResidenceMoved', { on: plainDate, residenceRegion: region }),
  publishes('ElderAbilityAssessed', { ...assessment, replaces: recordId.optional() }),
  publishes('AbilityReviewRequested', { assessmentId: recordId, on: plainDate }),
  publishes('AbilityAssessmentRevoked', { assessmentId: recordId, on: plainDate, reason: z.enum(['fraud', 'procedure', 'error']) }),
  publishes('HardshipRecognised', hardship),
  publishes('HardshipWithdrawn', hardship),
  publishes('DisabilityLivingSubsidyGranted', granted),
  publishes('DisabilityLivingSubsidyStopped', stopped),
  publishes('DisabilityNursingSubsidyGranted', granted),
  publishes('DisabilityNursingSubsidyStopped', stopped),
  publishes('ElderNursingSubsidyGranted', granted),
  publishes('ElderNursingSubsidyStopped', stopped),
  publishes('CareVoucherIssued', {
    voucherId: recordId,
    on: plainDate,
    month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
    fen: z.int().positive(),
    restsOn: recordId.optional(),
  }),
  /** 殡葬: a cremation notice reports a death. */
  publishes('DeathReported', { diedOn: plainDate, reportedOn: plainDate }),
  publishes('DeathReportWithdrawn', { on: plainDate }),
])
export type CivilAffairsEvent = z.infer<typeof civilAffairsEvent>
