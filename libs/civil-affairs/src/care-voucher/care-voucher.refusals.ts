import type { Sentences } from '@concord/decider'
import type { Ineligible } from '../eligibility.js'
import type { CareVoucherRefusal } from './care-voucher.decider.js'

export const careVoucherRefusals: Sentences<Exclude<CareVoucherRefusal, Ineligible>> = {
  'voucher-id-used': {
    zh: '该消费券编号已用于另一张消费券。请使用新的编号。',
    en: 'This voucher id belongs to another voucher. Use a new id.',
  },
  'voucher-issued-for-month': {
    zh: '该人当月的消费券已发放。每人每月一张。',
    en: 'The voucher for this month is issued already. A person gets one a month; issue the next for another month.',
  },
  'voucher-month-not-begun': {
    zh: '消费券所属月份尚未开始。请在该月发放。',
    en: 'The month of this voucher has not begun. Issue it in that month.',
  },
  'voucher-amount-too-high': {
    zh: '消费券面额超过每月上限（800 元）。请核对面额，单位为分。',
    en: 'The amount is above the 800 yuan a month allowed. Check it; the unit is fen.',
  },
}
