import type { Sentences } from '@concord/decider'
import type { ComaRefusal } from './coma.decider.js'

export const comaRefusals: Sentences<ComaRefusal> = {
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
}
