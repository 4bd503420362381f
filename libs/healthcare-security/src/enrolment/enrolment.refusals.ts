import type { Sentences } from '@concord/decider'
import type { EnrolmentRefusal } from './enrolment.decider.js'

export const enrolmentRefusals: Sentences<EnrolmentRefusal> = {
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
  'not-insured': {
    zh: '该人当前未参加长期护理保险。请先办理参保登记。',
    en: 'The person is not insured for long-term care now. Enrol the person first.',
  },
}
