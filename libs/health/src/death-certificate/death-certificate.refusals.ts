import type { Sentences } from '@concord/decider'
import type { DeathCertificateRefusal } from './death-certificate.decider.js'

export const deathCertificateRefusals: Sentences<DeathCertificateRefusal> = {
  'death-certified-already': {
    zh: '该人已有死亡医学证明，且内容不同。若日期有误，请办理更正。',
    en: 'A death certificate with other content stands. Correct it if a date is wrong.',
  },
  'certified-before-death': {
    zh: '开具日期早于死亡日期。请核对两个日期。',
    en: 'The certificate is earlier than the death. Check both dates.',
  },
  'certified-before-last-correction': {
    zh: '开具日期早于上次更正（确认本人健在）的日期。请核对开具日期。',
    en: 'The certificate is earlier than the correction which said that the person lives. Check the date of the certificate.',
  },
  'no-death-certificate': {
    zh: '该人没有有效的死亡医学证明，无法更正。请先核对是否已开具。',
    en: 'There is no death certificate in force to correct. Check that it was certified.',
  },
  'corrected-before-last-entry': {
    zh: '更正日期早于证明开具日期或上次更正日期。请核对更正日期。',
    en: 'The correction is earlier than the certificate or its last correction. Check the date of the correction.',
  },
  'corrected-before-death': {
    zh: '更正后的死亡日期晚于更正日期。请核对两个日期。',
    en: 'The corrected date of death is later than the correction. Check both dates.',
  },
  'correction-changes-nothing': {
    zh: '更正后的死亡日期与现有记录相同。请填写正确的死亡日期；本人健在的，请注明。',
    en: 'The date of death is the one on record. Give the right date, or null when the person lives.',
  },
}
