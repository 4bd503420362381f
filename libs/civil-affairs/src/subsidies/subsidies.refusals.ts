import type { Sentences } from '@concord/decider'
import type { Ineligible } from '../eligibility.js'
import type { SubsidyRefusal } from './subsidies.decider.js'

export const subsidyRefusals: Sentences<Exclude<SubsidyRefusal, Ineligible>> = {
  'not-in-hardship': {
    zh: '该人不符合困难残疾人生活补贴的困难条件。请先办理低保等身份认定。',
    en: 'The living subsidy needs a hardship status that opens it. Have the low-income status recognised first.',
  },
  'disability-too-light': {
    zh: '残疾等级未达到重度残疾人护理补贴的要求（一级、二级）。等级有变化的，请先向残联申请重新评定。',
    en: 'The nursing subsidy needs certificate grade 1 or 2. If the disability is worse now, apply for regrading first.',
  },
  'no-long-term-care-need': {
    zh: '重度残疾人护理补贴须需长期照护（六个月及以上）。请先确认长期照护需要。',
    en: 'The nursing subsidy needs a need for long-term care of six months or more. Have that established first.',
  },
  'subsidy-id-used': {
    zh: '该补贴编号已用于另一项补贴。请使用新的编号。',
    en: 'This subsidy id belongs to another grant. Use a new id.',
  },
  'subsidy-granted-already': {
    zh: '该人正在享受同种补贴。需调整的，请先停发，再重新批准。',
    en: 'The person receives this kind of subsidy. To change it, stop it first and grant it anew.',
  },
  'subsidies-exclude-each-other': {
    zh: '该补贴与正在享受的另一种补贴不能同时享受。请由本人选择，并先停发另一种。',
    en: 'This subsidy and one in payment exclude each other. Let the person choose, and stop the other first.',
  },
  'granted-before-last-stop': {
    zh: '批准日期早于同种补贴上一次停发日期。请核对批准日期。',
    en: 'The grant is dated before the same kind was last stopped. Check its date.',
  },
  'subsidy-unknown': {
    zh: '该人没有此编号的补贴。请核对补贴编号。',
    en: 'The person has no subsidy with this id. Check the id.',
  },
  'subsidy-stopped-already': {
    zh: '该补贴已停发，停发日期或原因与所报不同。请核对停发记录。',
    en: 'The subsidy is stopped already, on another day or for another reason. Check the record.',
  },
  'stopped-before-grant': {
    zh: '停发日期早于批准日期。请核对停发日期。',
    en: 'The stop is dated before the grant. Check its date.',
  },
}
