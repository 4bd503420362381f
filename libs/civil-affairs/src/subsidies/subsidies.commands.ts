import type { PlainDate } from '@concord/standards'
import type { AbilityBasis, Applicant } from '../eligibility.js'
import type { RecordId } from '../vocabulary.js'
import type { Stop } from './subsidies.events.js'

export type SubsidyCommand =
  /** 批准补贴 */
  | {
      readonly type: 'GrantSubsidy'
      readonly subsidyId: RecordId
      readonly on: PlainDate
      /** 月补贴额, 分 */
      readonly monthlyFen: number
      readonly applicant: Applicant
      readonly claim: Claim
    }
  /** 停发补贴 */
  | ({ readonly type: 'StopSubsidy' } & Stop)

/** 申请事项: which subsidy, and the facts that its rules ask for. */
export type Claim =
  /** 困难残疾人生活补贴 */
  | { readonly kind: 'disability-living'; readonly certificate: Certificate }
  /** 重度残疾人护理补贴; long-term care is needed when care has been, or will be, needed for six months */
  | { readonly kind: 'disability-nursing'; readonly certificate: Certificate; readonly needsLongTermCare: boolean }
  /** 失能护理补贴 */
  | { readonly kind: 'elder-nursing'; readonly ability: AbilityBasis }

/** 残疾人证 as the federation confirmed it. Grade 1 is the most severe; a multiple disability tells its components. */
export interface Certificate {
  readonly certificateId: RecordId
  readonly grade: number
  readonly components: readonly { readonly category: number; readonly grade: number }[]
}
