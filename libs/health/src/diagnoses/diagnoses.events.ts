import type { PlainDate } from '@concord/standards'

/** Stored names: for ever. A changed meaning is a new name. */
export type DiagnosisEvent =
  /** 痴呆, ICD-10 F00–F03 */
  | { readonly type: 'DementiaDiagnosed'; readonly data: Diagnosis }
  /** 其他精神和行为障碍, ICD-10 F04–F99 */
  | { readonly type: 'MentalDisorderDiagnosed'; readonly data: Diagnosis }
  /** 更正: the diagnosis was wrong, it is as if it had never been made. */
  | { readonly type: 'DiagnosisCorrected'; readonly data: { readonly diagnosisId: string; readonly on: PlainDate } }

/** The flag that other agencies may know: a code and a date, nothing of the medical record. */
export interface Diagnosis {
  readonly diagnosisId: string
  /** ICD-10 category, three characters. */
  readonly code: string
  readonly on: PlainDate
  /** 精神专科医师: GB/T 42195-2022 A.4.1 counts F04–F99 only from a psychiatric specialist. */
  readonly bySpecialist: boolean
}
