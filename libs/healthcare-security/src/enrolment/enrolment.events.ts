import type { PlainDate } from '@concord/standards'

/** 310 职工 or 390 城乡居民 */
export const insurances = ['employee', 'resident'] as const
export type Insurance = (typeof insurances)[number]

/** GB/T 2260, six digits: the pooling area that insures the person. */
export type Region = string

export interface Enrolled {
  readonly on: PlainDate
  readonly bornOn: PlainDate
  readonly insuredRegion: Region
  readonly insurance: Insurance
}

export interface Transferred {
  readonly on: PlainDate
  readonly insuredRegion: Region
}

/** Stored names: for ever. A changed meaning is a new name. */
export type EnrolmentEvent =
  | { readonly type: 'LtcInsuranceEnrolled'; readonly data: Enrolled }
  | { readonly type: 'LtcInsuranceTransferred'; readonly data: Transferred }
  | { readonly type: 'LtcInsuranceLapsed'; readonly data: { readonly on: PlainDate } }
