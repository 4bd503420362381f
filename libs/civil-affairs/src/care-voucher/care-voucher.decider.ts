import { accept, refuse, type Decider } from '@concord/decider'
import { covered, deceased, tooAble, tooYoung, type Ineligible } from '../eligibility.js'
import type { Policy } from '../policy/policy.js'
import { sameFacts } from '../same-facts.js'
import type { CareVoucherCommand } from './care-voucher.commands.js'
import type { CareVoucher, CareVoucherEvent } from './care-voucher.events.js'

/** 消费券 of one person: one a month. */
export type CareVouchers = readonly CareVoucher[]

export type CareVoucherRefusal =
  Ineligible | 'voucher-id-used' | 'voucher-issued-for-month' | 'voucher-month-not-begun' | 'voucher-amount-too-high'

export const careVoucher = (
  policy: Policy['careVoucher'],
): Decider<CareVoucherCommand, CareVouchers, CareVoucherEvent, CareVoucherRefusal> => ({
  initial: [],

  decide: (asked, issued) => {
    const { voucherId, on, month, fen, ability } = asked
    const voucher: CareVoucher = { voucherId, on, month, fen, restsOn: ability.findingId }
    const known = issued.find((before) => before.voucherId === voucherId)
    if (known) return sameFacts<CareVoucher>(known, voucher, ['on', 'month', 'fen', 'restsOn']) ? accept() : refuse('voucher-id-used')
    const refusal = ineligible(asked, policy) ?? unissuable(asked, issued, policy)
    return refusal ? refuse(refusal) : accept({ type: 'CareVoucherIssued', data: voucher })
  },

  evolve: (issued, { type, data }) => {
    switch (type) {
      case 'CareVoucherIssued':
        return [...issued, data]
    }
  },
})

const ineligible = ({ applicant, on, ability }: CareVoucherCommand, { minimumAge, mildestLevel }: Policy['careVoucher']) =>
  deceased(applicant, on) ?? covered(applicant) ?? tooYoung(applicant, on, minimumAge) ?? tooAble(ability, mildestLevel)

const unissuable = ({ month, on, fen }: CareVoucherCommand, issued: CareVouchers, { mostFenAMonth }: Policy['careVoucher']) => {
  if (fen > mostFenAMonth) return 'voucher-amount-too-high'
  if (on < `${month}-01`) return 'voucher-month-not-begun'
  return issued.some((voucher) => voucher.month === month) ? 'voucher-issued-for-month' : undefined
}
