import { fileOf } from './agency-file.js'

const file = fileOf('disabled-persons-federation')
const about = { document: '公民身份号码', certificateId: '内部记录编号' }
const evaluation = {
  determinedOn: '评定日期',
  institution: '评定医院',
  category: '残疾类别',
  grade: '残疾等级',
  components: '分项类别及等级',
}
const application = { ...about, bornOn: '出生日期', appliedOn: '申请日期', householdRegion: '户籍地' }

/** 残联: what an older system writes, GB18030 with Chinese headings and words. */
export const certificates = file('certificates', { ...application, ...evaluation, publicisedOn: '公示日期', issuedOn: '核发日期' })

export const certificateApplications = file('certificate-applications', application)

export const disabilityEvaluations = file('disability-evaluations', { ...about, ...evaluation, publicisedOn: '公示日期' })

export const certificateMoves = file('certificate-moves', { ...about, on: '迁移日期', householdRegion: '迁入地' })

export const certificateReissues = file('certificate-reissues', { ...about, on: '补发日期' })

export const regradings = file('regradings', { ...about, on: '变更日期', ...evaluation })

export const evaluationDisputes = file('evaluation-disputes', { ...about, on: '异议日期' })

export const disputeConclusions = file('dispute-conclusions', { ...about, on: '结论日期', ...evaluation })

export const certificateFreezes = file(
  'certificate-freezes',
  { ...about, on: '冻结日期', reason: '冻结原因' },
  { reason: { expired: '到期', 'data-check': '数据核查', 'suspected-irregularity': '疑似违规' } },
)

export const certificateRenewals = file('certificate-renewals', { ...about, on: '换领日期' })

export const certificateExpiries = file('certificate-expiries', { ...about, on: '到期日期' })

export const certificateCancellations = file(
  'certificate-cancellations',
  { ...about, on: '注销日期', reason: '注销原因' },
  { reason: { deceased: '死亡', 'own-wish': '本人申请', fraud: '弄虚作假', 'left-country': '出国定居' } },
)

/** In the order of import: the certificates, then what became of them. */
export const disabledPersonsFederationFiles = [
  certificates,
  certificateApplications,
  disabilityEvaluations,
  certificateMoves,
  certificateReissues,
  regradings,
  evaluationDisputes,
  disputeConclusions,
  certificateFreezes,
  certificateRenewals,
  certificateExpiries,
  certificateCancellations,
]
