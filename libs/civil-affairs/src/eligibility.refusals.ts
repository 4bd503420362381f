import type { Sentences } from '@concord/decider'
import type { Ineligible } from './eligibility.js'

export const ineligibleRefusals: Sentences<Ineligible> = {
  'file-needed': {
    zh: '该人尚无民政档案，年龄无从核对。请先建档。',
    en: 'The person has no civil-affairs file to tell the age. Open one first.',
  },
  'person-deceased': {
    zh: '该人在此日期前已报告死亡，不能发放补贴。死亡报告有误的，请先撤回。',
    en: 'The person is reported dead by this date, so nothing can be granted. If the death report is wrong, withdraw it first.',
  },
  'under-sixty': {
    zh: '该人在此日期未满规定年龄（60 周岁），本事项不适用。请核对出生日期。',
    en: 'The person has not reached the required age of 60 on this date. Check the date of birth.',
  },
  'ability-too-good': {
    zh: '所依据的能力等级未达到本补贴的要求。等级有变化的，请先申请即时评估。',
    en: 'The ability level it rests on is too mild for this. If the condition has changed, have an immediate assessment made first.',
  },
  'assessment-not-in-force': {
    zh: '所依据的能力评估在此日期无效（不存在、已撤销、已被替代、已到期或正在复评）。请使用有效的评估结论。',
    en: 'The assessment it rests on is not in force on this date: unknown, revoked, replaced, expired or under review. Name one that is.',
  },
  'destitute-support-covers-it': {
    zh: '该人享受特困人员救助供养，不重复享受本补贴。特困身份已终止的，请先办理退出。',
    en: 'Destitute support covers this already. If that status has ended, withdraw it first.',
  },
}
