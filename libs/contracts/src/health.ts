import { z } from 'zod'
import { institutionCode, plainDate, publishes, recordId, region } from './vocabulary.js'

/** What 卫健 tells the others: flags and dates, never whole records. */
export const healthEvent = z.discriminatedUnion('type', [
  publishes('HealthRecordOpened', { on: plainDate, bornOn: plainDate, residenceRegion: region }),
  /** 失能老年人健康评估, once a year for disabled persons of 65 and over. */
  publishes('DisabledElderHealthAssessed', { assessmentId: recordId, on: plainDate, validUntil: plainDate, institution: institutionCode }),
  publishes('HomeVisitMade', { assessmentId: recordId, visitId: recordId, on: plainDate }),
  /** F00–F03 */
  publishes('DementiaDiagnosed', { diagnosisId: recordId, code: z.string().regex(/^F0[0-3]$/), on: plainDate, bySpecialist: z.boolean() }),
  /** F04–F99 */
  publishes('MentalDisorderDiagnosed', {
    diagnosisId: recordId,
    code: z.string().regex(/^F(0[4-9]|[1-9]\d)$/),
    on: plainDate,
    bySpecialist: z.boolean(),
  }),
  /** The diagnosis was wrong: it is as if it had never been made. */
  publishes('DiagnosisCorrected', { diagnosisId: recordId, on: plainDate }),
  publishes('ComaBegan', { on: plainDate }),
  publishes('ComaEnded', { on: plainDate }),
  publishes('FallReported', { fallId: recordId, on: plainDate }),
  publishes('HospitalAdmitted', { stayId: recordId, on: plainDate, institution: institutionCode }),
  publishes('HospitalDischarged', { stayId: recordId, on: plainDate }),
  publishes('HomeSickbedOpened', { on: plainDate, institution: institutionCode }),
  publishes('HomeSickbedClosed', {
    on: plainDate,
    reason: z.enum(['recovered', 'admitted-to-hospital', 'deceased', 'moved-away', 'own-wish']),
  }),
  publishes('DeathCertified', { diedOn: plainDate, certifiedOn: plainDate }),
  /** `diedOn` is the right date; null when the person lives. */
  publishes('DeathCertificateCorrected', { on: plainDate, diedOn: plainDate.nullable() }),
])
export type HealthEvent = z.infer<typeof healthEvent>
