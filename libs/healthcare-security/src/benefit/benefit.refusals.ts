import type { Sentences } from '@concord/decider'
import type { EnrolmentRefusal } from '../enrolment/enrolment.decider.js'
import type { LtciGradingRefusal } from '../ltci-grading/ltci-grading.decider.js'
import type { BenefitRefusal } from './benefit.decider.js'

export const benefitRefusals: Sentences<Exclude<BenefitRefusal, EnrolmentRefusal | LtciGradingRefusal>> = {
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
