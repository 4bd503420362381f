import type { BenefitRefusal } from './benefit/benefit.decider.js'
import type { EnrolmentRefusal } from './enrolment/enrolment.decider.js'
import type { LtciGradingRefusal } from './ltci-grading/ltci-grading.refusals.js'
import { assessmentRefusals } from './ltci-grading/ltci-grading.sentences.js'
import type { OutOfStep } from './step-by-step.js'

/** Every "no" that healthcare-security can say. */
export type Refusal = OutOfStep | EnrolmentRefusal | LtciGradingRefusal | BenefitRefusal

/** What each refusal tells the person in front of the screen: what is wrong and what to do. The slugs are stable. */
export const refusals: Readonly<Record<Refusal, { readonly zh: string; readonly en: string }>> = {
  'dated-before-last-step': {
    zh: '日期早于同一事项上一步的日期。请核对日期，按办理顺序提交。',
    en: 'The date lies before that of the previous step in this matter. Check the date and submit steps in the order in which they were taken.',
  },

  // 参保
  'born-after-enrolment': {
    zh: '出生日期晚于参保日期。请核对两个日期。',
    en: 'The date of birth is later than the date of enrolment. Check both dates.',
  },
  'insured-already': {
    zh: '该人已参保。如需变更统筹地区，请办理参保关系转移；如内容有误，请先停保再重新参保。',
    en: 'The person is insured already. To change the region transfer the insurance; to correct the rest, lapse it and enrol again.',
  },
  'insured-there-already': {
    zh: '该人已在该统筹地区参保，无需转移。请核对转入地区。',
    en: 'The person is insured in that region already. Check the region to transfer to.',
  },

  ...assessmentRefusals,

  // 待遇
  'benefit-running-already': {
    zh: '该人已有正在享受或暂停的待遇。请先终止该待遇。',
    en: 'The person has a benefit that runs or is paused. End it first.',
  },
  'benefit-id-used': {
    zh: '该待遇编号已用于此人已终止的待遇。请使用新的编号。',
    en: 'This benefit id belongs to a benefit that has ended. Choose a new one.',
  },
  'rests-on-another-conclusion': {
    zh: '所依据的评估不是该人当前有效的结论。请改用当前有效结论的评估编号。',
    en: 'The named assessment is not the one in force. Name the assessment whose conclusion is in force.',
  },
  'benefit-not-running': {
    zh: '没有以该编号正在享受的待遇，不能暂停。请查询待遇状态。',
    en: 'No benefit with this id is running, so it cannot be paused. Look up the benefit.',
  },
  'benefit-not-paused': {
    zh: '没有以该编号暂停的待遇，不能恢复。请查询待遇状态。',
    en: 'No benefit with this id is paused, so it cannot be resumed. Look up the benefit.',
  },
  'benefit-not-started': {
    zh: '没有以该编号正在享受或暂停的待遇，不能终止。请查询待遇状态。',
    en: 'No benefit with this id runs or is paused, so it cannot be ended. Look up the benefit.',
  },
}
