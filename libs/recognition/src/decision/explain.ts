import { scales } from '../agreements/scales.js'
import type { FindingStatus } from '../facts/finding.js'
import type { Decision, FindingBasis, Missing, Outcome } from './decision.js'

/** One sentence, in both languages. */
export interface Sentence {
  readonly zh: string
  readonly en: string
}

/** A decision in a sentence for an official: what it is, until when, and why. Names no person. */
export const explain = (decision: Decision): Sentence => {
  const reason = because(decision)
  const { agreement, rule } = decision.basis
  const under = agreement && {
    zh: `依据互认协议${agreement.id}第${agreement.version}版规则${rule}`,
    en: `rule ${rule} of agreement ${agreement.id}, version ${agreement.version}`,
  }
  return {
    zh: `${result(decision).zh}：${reason.zh}${under ? `（${under.zh}）` : ''}。`,
    en: `${result(decision).en}, because ${reason.en}${under ? ` (${under.en})` : ''}.`,
  }
}

const outcomes: Record<Outcome, Sentence> = {
  recognised: { zh: '予以互认', en: 'Recognised' },
  'not-met': { zh: '未达到条件', en: 'Not met' },
  provisional: { zh: '尚未生效，暂不互认', en: 'Provisional, not yet recognised' },
  disputed: { zh: '存在争议，暂不互认', en: 'Disputed, not recognised for now' },
  expired: { zh: '已到期，不予互认', en: 'Expired, no longer recognised' },
  withdrawn: { zh: '原认定已撤销或注销，不予互认', en: 'Withdrawn, no longer recognised' },
  suspended: { zh: '暂停互认', en: 'Suspended' },
  deceased: { zh: '已死亡，互认终止', en: 'Ended by death' },
  unknown: { zh: '没有可互认的认定', en: 'Unknown' },
}

const result = ({ outcome, acceptedAs, until }: Decision): Sentence => {
  const { zh, en } = outcomes[outcome]
  if (acceptedAs === undefined || until === undefined) return { zh, en }
  return { zh: `${zh}为“${acceptedAs.zh}”，有效期至${until}`, en: `${en} as ${acceptedAs.en} until ${until}` }
}

const because = ({ basis, missing }: Decision): Sentence => {
  const finding = basis.findings[0]
  if (finding === undefined) return withoutFinding(basis.rule)
  const { zh, en } = told(finding)
  const wanting = missing.filter((one): one is keyof typeof lacks => one in lacks).map((one) => lacks[one])
  if (wanting.length === 0) return { zh, en }
  return { zh: `${zh}，但${wanting.map((one) => one.zh).join('、')}`, en: `${en}, but ${wanting.map((one) => one.en).join(' and ')}` }
}

const withoutFinding = (rule: string): Sentence => {
  const said: Partial<Record<string, Sentence>> = {
    'death-by-two-sources': { zh: '卫生健康与民政两方均报告死亡', en: 'the health authority and civil affairs both report the death' },
    'death-by-one-source': { zh: '仅一方报告死亡，等待核实', en: 'one source alone reports a death, and review is under way' },
    'agreement-suspended': { zh: '互认协议已暂停', en: 'the agreement is suspended' },
    'no-agreement': { zh: '当日没有适用于该用途的互认协议', en: 'no agreement for this purpose is in force on the date' },
  }
  return (
    said[rule] ?? {
      zh: '没有该用途可采信的认定；无证不等于有能力',
      en: 'there is no finding that the purpose accepts, and absence is not ability',
    }
  )
}

const statuses: Record<FindingStatus, Sentence> = {
  provisional: { zh: '公示未结束或未生效', en: 'is on public notice or not yet in effect' },
  'in-force': { zh: '在有效期内', en: 'is in force' },
  disputed: { zh: '正在复评或争议处理中', en: 'is under dispute' },
  superseded: { zh: '已被新的认定取代', en: 'has been superseded' },
  expired: { zh: '已过有效期', en: 'has expired' },
  frozen: { zh: '已冻结', en: 'is frozen' },
  revoked: { zh: '已被撤销', en: 'has been revoked' },
  cancelled: { zh: '已被注销', en: 'has been cancelled' },
}

const told = ({ standard, grade, determinedOn, status }: FindingBasis): Sentence => ({
  zh: `${scales[standard].zh}${grade}级（${determinedOn}认定）${statuses[status].zh}`,
  en: `the ${scales[standard].en} ${grade} determined on ${determinedOn} ${statuses[status].en}`,
})

/** What the rule asks and the finding or the person lacks; what a status says already is not said again. */
const lacks = {
  grade: { zh: '等级未达到要求', en: 'the grade is below the bar' },
  'longest-time': { zh: '已超过规则允许的最长期限', en: 'the longest time that the rule allows is over' },
  minAge: { zh: '年龄未达到要求或出生日期不明', en: 'the age is too low or unknown' },
  notOlderThanMonths: { zh: '认定时间过早', en: 'the finding is too old' },
  publicised: { zh: '未经公示', en: 'it was not on public notice' },
  noOpenDispute: { zh: '另有认定存在争议', en: 'another finding is disputed' },
  assessorsInJointPool: { zh: '评估人员不在联合评估员库', en: 'an assessor is outside the joint pool' },
  institutionContracted: { zh: '评估机构当日不是定点机构', en: 'the institution was not contracted on the day' },
  institutionNeutral: { zh: '评估机构与照护机构未分离', en: 'the institution also cares for the person' },
  region: { zh: '不在适用地区', en: 'the region does not match' },
  diagnosis: { zh: '没有所需诊断', en: 'the diagnosis asked for is not recorded' },
  lastedMonths: { zh: '失能持续时间不足', en: 'the disability has not lasted long enough' },
  livingAtHome: { zh: '未居家', en: 'the person is not living at home' },
  scoreAtMost: { zh: '分项得分高于上限', en: 'a dimension score is above the bound' },
  categories: { zh: '残疾类别不符', en: 'the category does not match' },
  component: { zh: '没有符合的残疾类别与等级', en: 'no component has the category and grade' },
  provenBy: { zh: '缺少需长期照护的证明', en: 'long-term care is not proven by another finding' },
} satisfies Partial<Record<Missing, Sentence>>
