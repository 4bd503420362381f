import type { Sentences } from '@concord/decider'
import type { HospitalStayRefusal } from './hospital-stay.decider.js'

export const hospitalStayRefusals: Sentences<HospitalStayRefusal> = {
  'in-hospital-already': {
    zh: '该人有未出院的住院记录。请先登记出院，再登记新的入院。',
    en: 'The person has not been discharged from an earlier stay. Report the discharge before another admission.',
  },
  'stay-id-used-already': {
    zh: '该住院编号已用于另一次住院。请为新的住院使用新编号。',
    en: 'The stay id belongs to a stay with other content. Use a new id for a new stay.',
  },
  'admitted-before-last-discharge': {
    zh: '入院日期早于上一次出院日期，两次住院重叠。请核对入院日期。',
    en: 'The stay would begin before the last discharge, and the two would overlap. Check the date of admission.',
  },
  'stay-unknown': {
    zh: '没有该编号的住院记录，无法登记出院。请先登记入院。',
    en: 'There is no stay with this id. Report the admission first.',
  },
  'discharged-already': {
    zh: '该次住院已于另一日期出院。请核对住院编号和出院日期。',
    en: 'The stay ended on another date. Check the stay id and the date of discharge.',
  },
  'discharged-before-admission': {
    zh: '出院日期早于入院日期。请核对出院日期。',
    en: 'The discharge is earlier than the admission. Check the date of discharge.',
  },
}
