import type { PlainDate } from '@concord/standards'
import type { Diagnosis } from './diagnoses.events.js'

export type DiagnosisCommand =
  /** 诊断上报 */
  | ({ readonly type: 'RecordDiagnosis' } & Diagnosis)
  /** 诊断更正 */
  | { readonly type: 'CorrectDiagnosis'; readonly diagnosisId: string; readonly on: PlainDate }
