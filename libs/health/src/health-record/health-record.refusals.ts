import type { Sentences } from '@concord/decider'
import type { HealthRecordRefusal } from './health-record.decider.js'

export const healthRecordRefusals: Sentences<HealthRecordRefusal> = {
  'health-record-open-already': {
    zh: '该人已建立健康档案，且内容不同。请查询已有档案，不要重复建档。',
    en: 'The person has a health record with other content. Look it up instead of opening a second one.',
  },
  'born-after-health-record-opened': {
    zh: '出生日期晚于建档日期。请核对两个日期。',
    en: 'The date of birth is later than the date on which the record is opened. Check both dates.',
  },
}
