import { z } from 'zod'

/** Contradictions and double benefits that are planted in a city, for the registry's checks to find. */
export const planted = z.enum([
  'opposite-movement',
  'dementia-after-level',
  'items-differ',
  'death-by-one-source',
  'benefit-after-death',
  'benefit-on-revoked-finding',
  'benefit-on-expired-finding',
  'benefits-exclude-each-other',
  'voucher-beside-destitute-support',
  'home-benefit-in-hospital',
  'institution-not-neutral',
  'certificate-regraded-under-subsidy',
])
export type Planted = z.infer<typeof planted>

export const plantedWords: Readonly<Record<Planted, { readonly zh: string; readonly en: string }>> = {
  'opposite-movement': {
    zh: '长护险等级好转而能力评估等级加重',
    en: 'LTCI grade improves while the GB/T 42195 level worsens in the same half year',
  },
  'dementia-after-level': {
    zh: '能力评估之后确诊痴呆，等级未作变更',
    en: 'dementia diagnosed after a GB/T 42195 level that lacks its adjustment',
  },
  'items-differ': {
    zh: '30日内两次评估的定向项目相差两分及以上',
    en: 'an orientation item differs by two points or more within 30 days',
  },
  'death-by-one-source': { zh: '仅一方报告死亡', en: 'a death reported by one source only' },
  'benefit-after-death': { zh: '死亡后仍在发放', en: 'a benefit in payment after the death' },
  'benefit-on-revoked-finding': { zh: '依据已撤销仍在发放', en: 'a benefit resting on a revoked finding' },
  'benefit-on-expired-finding': { zh: '依据已到期仍在发放', en: 'a benefit resting on an expired finding' },
  'benefits-exclude-each-other': {
    zh: '失能护理补贴与重度残疾人护理补贴重复享受',
    en: 'elder nursing subsidy beside the disability nursing subsidy',
  },
  'voucher-beside-destitute-support': { zh: '特困供养期间领取消费券', en: 'a care voucher beside destitute support' },
  'home-benefit-in-hospital': { zh: '住院期间居家待遇未暂停', en: 'LTCI home benefit not paused in hospital' },
  'institution-not-neutral': { zh: '评估机构同时照护本人', en: 'a finding by an institution that cares for the person' },
  'certificate-regraded-under-subsidy': {
    zh: '残疾等级变更而补贴仍按原等级发放',
    en: 'a certificate regraded while a subsidy rests on the old grade',
  },
}
