import type { Sentences } from '@concord/decider'
import type { Ineligible } from '../eligibility.js'
import type { AbilityAssessmentRefusal } from './ability-assessment.decider.js'

export const abilityAssessmentRefusals: Sentences<Exclude<AbilityAssessmentRefusal, Ineligible>> = {
  'not-on-site': {
    zh: '评估须现场进行。请到老年人所在处评估后再提交结论。',
    en: 'An assessment is made on site. Assess the person where they live, then submit the conclusion.',
  },
  'two-assessors-needed': {
    zh: '评估须有两名及以上不同的评估员。请补充评估员编号。',
    en: 'An assessment needs two different assessors or more. Name each by pool number.',
  },
  'older-than-latest-assessment': {
    zh: '评估日期早于该人最近一次评估。确属补录的，请标明补录后提交。',
    en: "The date is before the person's latest assessment. If it was concluded then and is recorded only now, mark it as a late record.",
  },
  'assessed-before': {
    zh: '该人已有评估结论，不能再作首次评估。请改用常规、即时、复评或其他原因。',
    en: 'The person has been assessed before, so this is no first assessment. Choose another reason.',
  },
  'not-assessed-yet': {
    zh: '该人尚无有效的评估结论。请先作首次评估。',
    en: 'The person has no assessment that stands. Make a first assessment.',
  },
  'routine-not-due': {
    zh: '常规评估尚未到期。状况有变化的，请改作即时评估。',
    en: 'The routine assessment is not due yet. If the condition has changed, make an immediate assessment.',
  },
  'change-not-stated': {
    zh: '即时评估须注明状况变化。请填写变化情形。',
    en: 'An immediate assessment needs a change of condition. State which.',
  },
  'review-pending': {
    zh: '该人已申请复评。请由其他评估员先完成复评；状况有变化的，可作即时评估。',
    en: 'A review was requested. Have it concluded by other assessors first; a change of condition allows an immediate assessment.',
  },
  'no-review-requested': {
    zh: '该人未对最近一次评估申请复评。请先登记复评申请。',
    en: 'No review of the latest assessment was requested. Record the request first.',
  },
  'review-before-request': {
    zh: '复评日期早于复评申请日期。请核对日期。',
    en: 'The review is dated before it was requested. Check the dates.',
  },
  'review-by-same-assessors': {
    zh: '复评须由原评估员以外的评估员进行。请更换评估员。',
    en: 'A review is made by others than the first assessors. Replace those who took part before.',
  },
  'assessment-id-used': {
    zh: '该评估编号已用于另一份结论。请使用新的编号。',
    en: 'This assessment id belongs to another conclusion. Use a new id.',
  },
  'assessment-unknown': {
    zh: '该人没有此编号的评估结论。请核对评估编号。',
    en: 'The person has no assessment with this id. Check the id.',
  },
  'assessment-revoked': {
    zh: '该评估结论已撤销，不能申请复评。请申请重新评估。',
    en: 'The assessment was revoked and cannot be reviewed. Ask for a new assessment.',
  },
  'assessment-replaced': {
    zh: '该评估结论已被新的结论替代。请对最近一次评估申请复评。',
    en: 'The assessment has been replaced. Request a review of the latest one.',
  },
  'review-requested-already': {
    zh: '该评估已在另一日期申请复评。请等待复评结论。',
    en: 'A review of this assessment was requested on another day. Wait for its conclusion.',
  },
  'review-is-final': {
    zh: '复评结论不再复评。状况有变化的，请申请即时评估。',
    en: 'A review is not reviewed again. If the condition has changed, ask for an immediate assessment.',
  },
  'review-requested-before-assessment': {
    zh: '复评申请日期早于评估日期。请核对日期。',
    en: 'The review would be requested before the assessment was made. Check the dates.',
  },
  'review-period-over': {
    zh: '已过复评申请期限。状况有变化的，请申请即时评估。',
    en: 'The period for requesting a review is over. If the condition has changed, ask for an immediate assessment.',
  },
  'revoked-already': {
    zh: '该评估结论已撤销，撤销日期或原因与所报不同。请核对撤销记录。',
    en: 'The assessment is revoked already, on another day or for another reason. Check the record.',
  },
  'revoked-before-assessment': {
    zh: '撤销日期早于评估日期。请核对撤销日期。',
    en: 'The revocation is dated before the assessment. Check its date.',
  },
}
