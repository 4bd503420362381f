import { plainDate } from '@concord/standards'
import type { Standard } from '../facts/finding.js'
import type { Conditions } from './conditions.js'
import type { AcceptedAs, Rule } from './rule.js'

const from = plainDate.parse('2023-01-01')

const severe: AcceptedAs = { code: 'severe', zh: '重度失能', en: 'severe', rank: 3, native: 'ltci-2021' }
const severeOrWorse: AcceptedAs = { code: 'severe-or-worse', zh: '重度及以上', en: 'severe or worse', rank: 3 }
const moderateOrWorse: AcceptedAs = { code: 'moderate-or-worse', zh: '中度及以上', en: 'moderate or worse', rank: 2 }
const eligible: AcceptedAs = { code: 'eligible', zh: '符合条件', en: 'eligible', rank: 1 }
const invite: AcceptedAs = { code: 'invite', zh: '提示申请，免自评', en: 'invited to apply, self-assessment waived', rank: 1 }
const limbMaterial: AcceptedAs = {
  code: 'limb-1-2-material',
  zh: '肢体一、二级评定参考材料，由评定医师决定',
  en: 'material for a limb evaluation of grade 1 or 2, the physician decides',
  rank: 1,
}
const certificateGrade = (grade: 1 | 2): AcceptedAs => ({
  code: `grade-${grade}`,
  zh: grade === 1 ? '残疾一级' : '残疾二级',
  en: `grade ${grade}`,
  rank: grade === 1 ? 2 : 1,
  native: 'gbt-26341-2010',
})
const levels = ['能力完好', '轻度失能', '中度失能', '重度失能', '完全失能']
const ownLevel = (level: number): AcceptedAs => ({
  code: `gbt-level-${level}`,
  zh: `能力等级${level}级(${levels[level] ?? ''})`,
  en: `level ${level} of GB/T 42195`,
  rank: level,
  native: 'gbt-42195-2022',
})

/** 12 months: routine reassessment of GB/T 42195; 24: severe LTCI grades, 医保发〔2023〕29号 art. 25. */
const caps: Partial<Record<Standard, number>> = { 'gbt-42195-2022': 12, 'ltci-2021': 24 }

type Row = Pick<Rule, 'purpose' | 'source'>

/** One row of the table for one scheme. */
const accepting =
  ({ purpose, source }: Row, asked: Conditions = {}) =>
  (standard: Standard, grades: number[], acceptedAs: AcceptedAs, more: Partial<Rule> = {}): Rule => ({
    id: `${purpose}-${standard.split('-').slice(0, -1).join('-')}-${grades.join('-')}`,
    purpose,
    enabled: true,
    from,
    accepts: { standard, grades },
    conditions: asked,
    acceptedAs,
    ...(caps[standard] === undefined ? {} : { capMonths: caps[standard] }),
    source,
    ...more,
  })

const ltciBenefit = accepting({ purpose: 'ltci-benefit', source: '医保发〔2023〕29号 art. 3: own conclusion only' })
const invitation = accepting({ purpose: 'ltci-application-invite', source: 'proposal: other findings only prompt an application' })
const elderSubsidy = accepting({ purpose: 'elder-nursing-subsidy', source: 'proposal after 医保办发〔2021〕37号, notice' })
const admission = accepting({ purpose: 'care-home-admission', source: 'proposal after 医保办发〔2021〕37号, notice' })
const voucher = accepting({ purpose: 'elder-care-voucher', source: 'proposal after 民办函〔2025〕49号' }, { minAge: 60 })
const nursing = accepting({ purpose: 'severe-disability-nursing-subsidy', source: '国发〔2015〕52号: grades 1 and 2' })
const nursingWithProof = accepting(
  { purpose: 'severe-disability-nursing-subsidy', source: '国发〔2015〕52号: needing long-term care, where the city asks for proof' },
  {
    provenBy: [
      { standard: 'ltci-2021', grades: [3, 4, 5] },
      { standard: 'gbt-42195-2022', grades: [3, 4] },
    ],
  },
)
const fastTrack = accepting(
  { purpose: 'certificate-fast-track', source: 'proposal after 舟医保发〔2025〕9号' },
  { scoreAtMost: { score: 'adl', points: 40 } },
)
const homeService = accepting(
  { purpose: 'home-health-service', source: 'proposal after the 失能老年人健康服务 programme' },
  { minAge: 65, livingAtHome: true },
)

/** Categories 4 limb, 5 intellectual, 6 mental, 7 multiple. */
const likelyToNeedCare: Conditions = { categories: [4, 5, 6, 7] }

/** The default table, a row a rule. A city switches rows off, dates them, or asks for proof instead. */
export const defaultRules: Rule[] = [
  ltciBenefit('ltci-2021', [3, 4, 5], severe),
  invitation('gbt-26341-2010', [1, 2], invite, { conditions: likelyToNeedCare }),
  invitation('gbt-42195-2022', [3, 4], invite),
  elderSubsidy('gbt-42195-2022', [3, 4], severeOrWorse),
  elderSubsidy('ltci-2021', [3, 4, 5], severeOrWorse),
  ...[0, 1, 2, 3, 4].map((level) => admission('gbt-42195-2022', [level], ownLevel(level))),
  admission('ltci-2021', [2], moderateOrWorse),
  admission('ltci-2021', [3, 4, 5], severeOrWorse),
  voucher('gbt-42195-2022', [2, 3, 4], moderateOrWorse),
  voucher('ltci-2021', [2, 3, 4, 5], moderateOrWorse),
  nursing('gbt-26341-2010', [1], certificateGrade(1)),
  nursing('gbt-26341-2010', [2], certificateGrade(2)),
  nursingWithProof('gbt-26341-2010', [1], certificateGrade(1), { id: 'severe-disability-nursing-subsidy-proven-1', enabled: false }),
  nursingWithProof('gbt-26341-2010', [2], certificateGrade(2), { id: 'severe-disability-nursing-subsidy-proven-2', enabled: false }),
  fastTrack('ltci-2021', [0, 1, 2, 3, 4, 5], limbMaterial),
  homeService('ltci-2021', [2, 3, 4, 5], eligible),
  homeService('gbt-42195-2022', [2, 3, 4], eligible),
  homeService('gbt-26341-2010', [1, 2], eligible),
]
