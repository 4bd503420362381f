import type { Sentences } from '@concord/decider'
import type { FileRefusal } from './file.decider.js'

export const fileRefusals: Sentences<FileRefusal> = {
  'file-open-already': {
    zh: '该人已有民政档案，且所报内容不同。请核对；居住地有变的，请办理居住地变更。',
    en: 'The person has a file already, with other facts. Check them; if the residence has changed, report the move instead.',
  },
  'born-after-file-opening': {
    zh: '出生日期晚于建档日期。请核对两个日期。',
    en: 'The file would open before the person was born. Check both dates.',
  },
  'file-not-open': {
    zh: '该人尚无民政档案。请先建档，再办理居住地变更。',
    en: 'The person has no civil-affairs file. Open one before reporting a move.',
  },
  'moved-before-file-opening': {
    zh: '居住地变更日期早于建档日期。请核对变更日期。',
    en: 'The move is dated before the file was opened. Check the date of the move.',
  },
  'moved-elsewhere-that-day': {
    zh: '同一日期已记有另一处居住地。请核对变更日期和地区代码。',
    en: 'Another residence is recorded for the same day. Check the date and the region code.',
  },
}
