import { fileOf } from './agency-file.js'

const file = fileOf('healthcare-security')
const about = { document: '证件号码', assessmentId: '评估编号' }
const revocationReason = { fraud: '欺诈', procedure: '程序违规', error: '结论错误' }

/** 医保: exports of a system of today, UTF-8 with a byte order mark. */
export const insurance = file(
  'insurance',
  { document: '证件号码', bornOn: '出生日期', step: '变更类型', on: '变更日期', insuredRegion: '参保地', insurance: '险种' },
  { step: { enrol: '参保', transfer: '转移', lapse: '停保' }, insurance: { employee: '职工', resident: '城乡居民' } },
)

export const ltciConclusions = file(
  'ltci-conclusions',
  {
    ...about,
    kind: '评估类型',
    appliedOn: '申请日期',
    insuredRegion: '参保地',
    acceptedOn: '受理日期',
    institution: '评估机构',
    assessors: '评估员',
    experts: '评估专家',
    assessedOn: '现场评估日期',
    items: '各项得分',
    present: '在场人',
    videoDigest: '录像摘要',
    neighboursAsked: '邻里走访',
    medicalRecordsConsulted: '查阅病历',
    confirmedBy: '确认专家',
    confirmedOn: '确认日期',
    publicisedOn: '公示日期',
    concludedOn: '送达日期',
    validUntil: '有效期至',
    expiredOn: '到期日期',
    revokedOn: '撤销日期',
    revocationReason: '撤销原因',
  },
  {
    kind: { first: '首次', change: '状况变化', expiry: '到期', 'spot-check': '抽查' },
    present: { guardian: '监护人', agent: '代理人' },
    revocationReason,
  },
)

export const ltciReEvaluations = file('ltci-re-evaluations', {
  ...about,
  requestedOn: '复评申请日期',
  on: '复评结论日期',
  institution: '复评机构',
  confirmedBy: '确认专家',
  items: '各项得分',
  validUntil: '有效期至',
})

export const ltciExpiries = file('ltci-expiries', { ...about, on: '到期日期' })

export const ltciRevocations = file('ltci-revocations', { ...about, on: '撤销日期', reason: '撤销原因' }, { reason: revocationReason })

export const benefits = file(
  'benefits',
  {
    document: '证件号码',
    benefitId: '待遇编号',
    step: '变更类型',
    on: '变更日期',
    form: '护理方式',
    restsOn: '依据评估编号',
    grade: '失能等级',
    effectiveFrom: '结论生效日期',
    validUntil: '结论有效期至',
    reason: '原因',
  },
  {
    step: { start: '开始', pause: '暂停', resume: '恢复', end: '终止' },
    form: { home: '居家', institution: '机构', hospital: '医院' },
    reason: {
      'in-hospital': '住院',
      deceased: '死亡',
      'conclusion-ended': '结论失效',
      'grade-changed': '等级变更',
      'own-wish': '本人要求',
    },
  },
)

/** In the order of import: a person's insurance, conclusions and what became of them, then what is paid. */
export const healthcareSecurityFiles = [insurance, ltciConclusions, ltciReEvaluations, ltciExpiries, ltciRevocations, benefits]
