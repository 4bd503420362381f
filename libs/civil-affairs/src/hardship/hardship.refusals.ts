import type { Sentences } from '@concord/decider'
import type { HardshipRefusal } from './hardship.decider.js'

export const hardshipRefusals: Sentences<HardshipRefusal> = {
  'hardship-recognised-already': {
    zh: '该人已认定此困难身份，认定日期不同。请核对认定日期。',
    en: 'The person has this status already, since another day. Check the date.',
  },
  'other-hardship-recognised': {
    zh: '特困、低保、低保边缘不能同时认定。请先退出现有身份，再认定新身份。',
    en: 'Destitute, low-income and low-income-margin exclude each other. Withdraw the present status first.',
  },
  'recognised-before-last-withdrawal': {
    zh: '认定日期早于上一次退出日期。请核对认定日期。',
    en: 'The recognition is dated before the last withdrawal. Check its date.',
  },
  'hardship-not-recognised': {
    zh: '该人目前没有此困难身份，无法退出。请核对身份类别。',
    en: 'The person does not have this status, so it cannot be withdrawn. Check which status stands.',
  },
  'withdrawn-before-recognition': {
    zh: '退出日期早于认定日期。请核对退出日期。',
    en: 'The withdrawal is dated before the recognition. Check its date.',
  },
}
