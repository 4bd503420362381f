import type { Sentences } from '@concord/decider'
import type { DeathReportRefusal } from './death-report.decider.js'

export const deathReportRefusals: Sentences<DeathReportRefusal> = {
  'died-after-report': {
    zh: '死亡日期晚于报告日期。请核对两个日期。',
    en: 'The death would come after its report. Check both dates.',
  },
  'death-reported-already': {
    zh: '该人已有死亡报告，日期不同。原报告有误的，请先撤回再重新报告。',
    en: 'A death is reported already, with other dates. If that report is wrong, withdraw it and report again.',
  },
  'death-reported-before-withdrawal': {
    zh: '报告日期早于上一份误报的撤回日期。请核对报告日期。',
    en: 'The report is dated before the wrong one was withdrawn. Check the date of the report.',
  },
  'no-death-reported': {
    zh: '该人没有可撤回的死亡报告。请核对人员和撤回记录。',
    en: 'There is no death report to withdraw. Check the person and whether it was withdrawn before.',
  },
  'withdrawn-before-death-report': {
    zh: '撤回日期早于报告日期。请核对撤回日期。',
    en: 'The withdrawal is dated before the report. Check its date.',
  },
}
