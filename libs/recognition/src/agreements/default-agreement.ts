import { agreement, type Agreement, type Purpose } from './agreement.js'
import { defaultRules } from './default-rules.js'

const answer: Purpose['fields'] = ['outcome', 'acceptedAs', 'until', 'missing', 'nextChangeOn', 'basis']

const purposes: Purpose[] = [
  {
    code: 'ltci-benefit',
    zh: '长护险待遇',
    en: 'LTCI benefit',
    owner: 'healthcare-security',
    legalBasis: '医保发〔2023〕29号',
    fields: answer,
  },
  {
    code: 'ltci-application-invite',
    zh: '长护险申请提示',
    en: 'invitation to apply for LTCI',
    owner: 'healthcare-security',
    legalBasis: '医保办发〔2021〕37号',
    fields: ['outcome', 'acceptedAs', 'until', 'nextChangeOn'],
  },
  {
    code: 'elder-nursing-subsidy',
    zh: '失能护理补贴',
    en: 'elder nursing subsidy',
    owner: 'civil-affairs',
    legalBasis: '医保办发〔2021〕37号',
    fields: answer,
  },
  {
    code: 'care-home-admission',
    zh: '养老机构入住评估',
    en: 'care home admission',
    owner: 'civil-affairs',
    legalBasis: '医保办发〔2021〕37号',
    fields: answer,
  },
  {
    code: 'elder-care-voucher',
    zh: '养老服务消费补贴',
    en: 'elder care voucher',
    owner: 'civil-affairs',
    legalBasis: '民办函〔2025〕49号',
    fields: answer,
  },
  {
    code: 'severe-disability-nursing-subsidy',
    zh: '重度残疾人护理补贴',
    en: 'nursing subsidy for the severely disabled',
    owner: 'civil-affairs',
    legalBasis: '国发〔2015〕52号',
    fields: answer,
  },
  {
    code: 'certificate-fast-track',
    zh: '残疾评定绿色通道',
    en: 'fast track to the disability certificate',
    owner: 'disabled-persons-federation',
    legalBasis: '舟医保发〔2025〕9号',
    fields: answer,
  },
  {
    code: 'home-health-service',
    zh: '失能老年人健康服务',
    en: 'home health service for disabled elders',
    owner: 'health',
    legalBasis: '国卫医发〔2019〕48号',
    fields: answer,
  },
]

/** The agreement of the sample city. No official table exists; every row is a proposal that a city switches and dates. */
export const defaultAgreement: Agreement = agreement.parse({
  id: 'city-default',
  version: 1,
  zh: '失能评估结果互认协议（示例）',
  en: 'Agreement on the mutual recognition of disability findings (sample)',
  mark: 'proposal, not an official table',
  parties: ['healthcare-security', 'civil-affairs', 'disabled-persons-federation', 'health'],
  period: { from: '2023-01-01', until: '2032-12-31' },
  recordedAt: '2022-12-31T16:00:00.000Z',
  changes: [],
  purposes,
  lists: {},
  rules: defaultRules,
})
