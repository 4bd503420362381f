import type { Sentences } from '@concord/decider'
import type { HealthAssessmentRefusal } from './health-assessment.decider.js'

export const healthAssessmentRefusals: Sentences<HealthAssessmentRefusal> = {
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
}
