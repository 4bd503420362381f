import type { Sentences } from '@concord/decider'
import type { DiagnosisRefusal } from './diagnoses.decider.js'

export const diagnosisRefusals: Sentences<DiagnosisRefusal> = {
  'diagnosis-code-not-reportable': {
    zh: '只上报ICD-10第五章三位类目编码F00至F99（如F01），不带小数点和细目。请核对编码。',
    en: 'Only three-character ICD-10 categories F00 to F99, such as F01, are reported. Check the code and leave out its subdivision.',
  },
  'diagnosis-id-used-already': {
    zh: '该诊断编号已用于另一诊断。新的诊断请用新编号；若原诊断有误，请先更正。',
    en: 'The diagnosis id belongs to a diagnosis with other content. Use a new id, or correct the earlier diagnosis if it was wrong.',
  },
  'diagnosis-corrected-already': {
    zh: '该诊断已更正，不再有效。若重新确诊，请用新编号上报。',
    en: 'The diagnosis was corrected and no longer stands. Report a new diagnosis under a new id.',
  },
  'diagnosis-unknown': {
    zh: '没有该编号的诊断，无法更正。请核对诊断编号。',
    en: 'There is no diagnosis with this id to correct. Check the id.',
  },
  'corrected-before-diagnosis': {
    zh: '更正日期早于诊断日期。请核对更正日期。',
    en: 'The correction is earlier than the diagnosis. Check the date of the correction.',
  },
}
