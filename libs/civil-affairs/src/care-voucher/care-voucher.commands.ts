import type { AbilityBasis, Applicant } from '../eligibility.js'
import type { CareVoucher } from './care-voucher.events.js'

export type CareVoucherCommand =
  /** 发放消费券 */
  { readonly type: 'IssueCareVoucher'; readonly applicant: Applicant; readonly ability: AbilityBasis } & Omit<CareVoucher, 'restsOn'>
