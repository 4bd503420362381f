import { fileOf } from './agency-file.js'

const file = fileOf('civil-affairs')
const person = { document: '身份证件号', bornOn: '出生日期' }
const assessment = { document: '身份证件号', assessmentId: '评估记录号' }
const hardship = { destitute: '特困', 'low-income': '低保', 'low-income-margin': '低保边缘' }

/** 民政: what an older system writes, GB18030 with Chinese headings and words. */
export const civilAffairsFilesOpened = file('civil-affairs-files', {
  ...person,
  on: '建档日期',
  householdRegion: '户籍地',
  residenceRegion: '居住地',
})

export const residenceMoves = file('residence-moves', { document: '身份证件号', on: '变更日期', residenceRegion: '新居住地' })

export const deathReports = file('death-reports', { document: '身份证件号', diedOn: '死亡日期', reportedOn: '报告日期' })

export const deathReportWithdrawals = file('death-report-withdrawals', { document: '身份证件号', on: '撤回日期' })

export const abilityAssessments = file(
  'ability-assessments',
  {
    ...person,
    assessmentId: '评估记录号',
    on: '评估日期',
    reason: '评估原因',
    change: '状况变化',
    items: '二级指标得分',
    coma: '昏迷',
    dementiaOrMentalDisorder: '痴呆或精神行为障碍',
    careRiskEvents30Days: '近30天照护风险事件数',
    institution: '评估机构',
    assessors: '评估员',
    onSite: '现场评估',
    lateRecord: '补录',
  },
  {
    reason: { first: '首次评估', routine: '常规评估', immediate: '即时评估', review: '复评', other: '其他' },
    change: { 'new-diagnosis': '新诊断', 'condition-worse': '加重', 'condition-better': '好转', 'care-risk-event': '照护风险事件' },
  },
)

export const abilityReviewRequests = file('ability-review-requests', { ...assessment, on: '申请日期' })

export const abilityRevocations = file(
  'ability-assessment-revocations',
  { ...assessment, on: '撤销日期', reason: '撤销原因' },
  { reason: { fraud: '弄虚作假', procedure: '程序违规', error: '差错' } },
)

export const hardshipStatuses = file(
  'hardship-statuses',
  { document: '身份证件号', status: '困难身份', on: '认定日期', withdrawnOn: '退出日期' },
  { status: hardship },
)

const ability = { assessmentId: '评估记录号', level: '能力等级', recognisedFindingId: '互认结果编号', recognisedAs: '互认程度' }
const recognisedAs = { 'moderate-or-worse': '中度及以上', 'severe-or-worse': '重度及以上' }
const certificate = { certificateId: '残疾人证记录号', grade: '残疾等级', components: '残疾类别及等级' }
const subsidy = {
  ...person,
  hardship: '困难身份',
  subsidyId: '补贴编号',
  on: '批准日期',
  monthlyFen: '月补贴额(分)',
  stoppedOn: '停发日期',
  stopReason: '停发原因',
}
const subsidyWords = { hardship, stopReason: { deceased: '死亡', 'basis-ended': '资格终止', 'own-wish': '本人意愿' } }

export const disabilityLivingSubsidies = file('disability-living-subsidies', { ...subsidy, ...certificate }, subsidyWords)

export const disabilityNursingSubsidies = file(
  'disability-nursing-subsidies',
  { ...subsidy, ...certificate, needsLongTermCare: '需长期照护' },
  subsidyWords,
)

export const elderNursingSubsidies = file('elder-nursing-subsidies', { ...subsidy, ...ability }, { ...subsidyWords, recognisedAs })

export const careVouchers = file(
  'care-vouchers',
  { ...person, hardship: '困难身份', ...ability, voucherId: '消费券号', on: '发放日期', month: '所属月份', fen: '面额(分)' },
  { hardship, recognisedAs },
)

/** In the order of import: who the persons are, what was found, what is paid. */
export const civilAffairsFiles = [
  civilAffairsFilesOpened,
  residenceMoves,
  hardshipStatuses,
  abilityAssessments,
  abilityReviewRequests,
  abilityRevocations,
  disabilityLivingSubsidies,
  disabilityNursingSubsidies,
  elderNursingSubsidies,
  careVouchers,
  deathReports,
  deathReportWithdrawals,
]
