import type { Sentences } from '@concord/decider'
import type { HomeSickbedRefusal } from './home-sickbed.decider.js'

export const homeSickbedRefusals: Sentences<HomeSickbedRefusal> = {
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
}
