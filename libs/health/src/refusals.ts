import type { ComaRefusal } from './coma/coma.decider.js'
import type { DeathCertificateRefusal } from './death-certificate/death-certificate.decider.js'
import type { DiagnosisRefusal } from './diagnoses/diagnoses.decider.js'
import type { FallRefusal } from './falls/falls.decider.js'
import type { HealthAssessmentRefusal } from './health-assessment/health-assessment.decider.js'
import type { HealthRecordRefusal } from './health-record/health-record.decider.js'
import type { HomeSickbedRefusal } from './home-sickbed/home-sickbed.decider.js'
import type { HospitalStayRefusal } from './hospital-stay/hospital-stay.decider.js'

/** Every "no" that health can say. */
export type Refusal =
  | ComaRefusal
  | DeathCertificateRefusal
  | DiagnosisRefusal
  | FallRefusal
  | HealthAssessmentRefusal
  | HealthRecordRefusal
  | HomeSickbedRefusal
  | HospitalStayRefusal

/** What each refusal tells the person in front of the screen: what is wrong and what to do. The slugs are stable. */
export const refusals: Readonly<Record<Refusal, { readonly zh: string; readonly en: string }>> = {
  // 建档
  'health-record-open-already': {
    zh: '该人已建立健康档案，且内容不同。请查询已有档案，不要重复建档。',
    en: 'The person has a health record with other content. Look it up instead of opening a second one.',
  },
  'born-after-health-record-opened': {
    zh: '出生日期晚于建档日期。请核对两个日期。',
    en: 'The date of birth is later than the date on which the record is opened. Check both dates.',
  },
  // 失能老年人健康评估
  'health-record-needed': {
    zh: '该人尚未建立健康档案，无法核对年龄。请先建档，再上报评估。',
    en: 'The person has no health record from which the age is known. Open the record first, then report the assessment.',
  },
  'not-disabled': {
    zh: '该人没有有效的失能认定，不属于服务对象。请先查询互认结论或申请失能评估。',
    en: 'No finding in force says that the person is disabled. Look up the recognition decision, or apply for a disability assessment first.',
  },
  'not-living-at-home': {
    zh: '本项目只服务居家失能老年人。请待其回家居住后再评估。',
    en: 'The programme is for persons who live at home. Assess the person after the return home.',
  },
  'younger-than-65': {
    zh: '评估当日未满65周岁，不属于服务对象。请核对出生日期和评估日期。',
    en: 'The person is younger than 65 on the day of the assessment. Check the date of birth and the date of the assessment.',
  },
  'assessed-this-year-already': {
    zh: '该人本年度已做过健康评估，每年只做一次。请在已有评估下记录入户服务，或于下一年度再评估。',
    en: 'The person was assessed in this calendar year already. Record visits under that assessment, or assess again next year.',
  },
  'assessment-id-used-already': {
    zh: '该评估编号已用于另一次评估。请为新的评估使用新编号。',
    en: 'The assessment id belongs to an assessment with other content. Use a new id for a new assessment.',
  },
  'assessment-unknown': {
    zh: '没有该编号的健康评估。请先上报评估，再记录入户服务。',
    en: 'There is no assessment with this id. Report the assessment before its visits.',
  },
  'visit-before-assessment': {
    zh: '入户日期早于评估日期。请核对入户日期。',
    en: 'The visit is earlier than its assessment. Check the date of the visit.',
  },
  'visit-after-assessment-expired': {
    zh: '入户日期已超出评估一年有效期。请先做新一年度的评估，再在其下记录。',
    en: 'The visit is later than the year for which the assessment counts. Make a new assessment and record the visit under it.',
  },
  'visit-id-used-already': {
    zh: '该入户服务编号已用于另一次服务。请为新的服务使用新编号。',
    en: 'The visit id belongs to a visit with other content. Use a new id for a new visit.',
  },
  // 诊断
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
  // 昏迷
  'in-coma-already': {
    zh: '该人已登记为昏迷状态。请先登记此次昏迷结束。',
    en: 'The person is in a coma already. Report its end before another begins.',
  },
  'coma-before-last-ended': {
    zh: '昏迷开始日期早于上一次昏迷的结束日期。请核对开始日期。',
    en: 'The coma would begin before the last one ended. Check the date on which it began.',
  },
  'not-in-coma': {
    zh: '该人未登记为昏迷状态，无法登记结束。请先上报昏迷开始。',
    en: 'The person is not in a coma. Report its beginning first.',
  },
  'coma-ended-before-it-began': {
    zh: '昏迷结束日期早于开始日期。请核对结束日期。',
    en: 'The coma would end before it began. Check the date on which it ended.',
  },
  // 跌倒
  'fall-id-used-already': {
    zh: '该跌倒事件编号已用于另一日期的事件。请为新的事件使用新编号。',
    en: 'The fall id belongs to a fall on another date. Use a new id for a new fall.',
  },
  // 住院
  'in-hospital-already': {
    zh: '该人有未出院的住院记录。请先登记出院，再登记新的入院。',
    en: 'The person has not been discharged from an earlier stay. Report the discharge before another admission.',
  },
  'stay-id-used-already': {
    zh: '该住院编号已用于另一次住院。请为新的住院使用新编号。',
    en: 'The stay id belongs to a stay with other content. Use a new id for a new stay.',
  },
  'admitted-before-last-discharge': {
    zh: '入院日期早于上一次出院日期，两次住院重叠。请核对入院日期。',
    en: 'The stay would begin before the last discharge, and the two would overlap. Check the date of admission.',
  },
  'stay-unknown': {
    zh: '没有该编号的住院记录，无法登记出院。请先登记入院。',
    en: 'There is no stay with this id. Report the admission first.',
  },
  'discharged-already': {
    zh: '该次住院已于另一日期出院。请核对住院编号和出院日期。',
    en: 'The stay ended on another date. Check the stay id and the date of discharge.',
  },
  'discharged-before-admission': {
    zh: '出院日期早于入院日期。请核对出院日期。',
    en: 'The discharge is earlier than the admission. Check the date of discharge.',
  },
  // 家庭病床
  'open-already': {
    zh: '该人已有一张在床的家庭病床。请先撤床，再建新床。',
    en: 'The person has an open home sickbed. Close it before opening another.',
  },
  'opened-before-last-closing': {
    zh: '建床日期早于上一张家庭病床的撤床日期。请核对建床日期。',
    en: 'The home sickbed would open before the last one was closed. Check the opening date.',
  },
  'closed-before-opening': {
    zh: '撤床日期早于建床日期。请核对撤床日期。',
    en: 'The home sickbed would close before it was opened. Check the closing date.',
  },
  'not-open': {
    zh: '该人没有在床的家庭病床，无法撤床。请先核对建床记录。',
    en: 'The person has no open home sickbed to close. Check that its opening was reported.',
  },
  // 死亡医学证明
  'death-certified-already': {
    zh: '该人已有死亡医学证明，且内容不同。若日期有误，请办理更正。',
    en: 'A death certificate with other content stands. Correct it if a date is wrong.',
  },
  'certified-before-death': {
    zh: '开具日期早于死亡日期。请核对两个日期。',
    en: 'The certificate is earlier than the death. Check both dates.',
  },
  'certified-before-last-correction': {
    zh: '开具日期早于上次更正（确认本人健在）的日期。请核对开具日期。',
    en: 'The certificate is earlier than the correction which said that the person lives. Check the date of the certificate.',
  },
  'no-death-certificate': {
    zh: '该人没有有效的死亡医学证明，无法更正。请先核对是否已开具。',
    en: 'There is no death certificate in force to correct. Check that it was certified.',
  },
  'corrected-before-last-entry': {
    zh: '更正日期早于证明开具日期或上次更正日期。请核对更正日期。',
    en: 'The correction is earlier than the certificate or its last correction. Check the date of the correction.',
  },
  'corrected-before-death': {
    zh: '更正后的死亡日期晚于更正日期。请核对两个日期。',
    en: 'The corrected date of death is later than the correction. Check both dates.',
  },
  'correction-changes-nothing': {
    zh: '更正后的死亡日期与现有记录相同。请填写正确的死亡日期；本人健在的，请注明。',
    en: 'The date of death is the one on record. Give the right date, or null when the person lives.',
  },
}
