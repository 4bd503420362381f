import type { Sentences } from '@concord/decider'
import type { FallRefusal } from './falls.decider.js'

export const fallRefusals: Sentences<FallRefusal> = {
  'fall-id-used-already': {
    zh: '该跌倒事件编号已用于另一日期的事件。请为新的事件使用新编号。',
    en: 'The fall id belongs to a fall on another date. Use a new id for a new fall.',
  },
}
