import type { PlainDate } from '@concord/standards'

/** Stored names: for ever. A changed meaning is a new name. */
export type HardshipEvent =
  /** 认定 */
  | { readonly type: 'HardshipRecognised'; readonly data: Hardship }
  /** 退出 */
  | { readonly type: 'HardshipWithdrawn'; readonly data: Hardship }

export interface Hardship {
  readonly status: HardshipStatus
  readonly on: PlainDate
}

/** 困难身份: destitute 特困人员 · low-income 最低生活保障 · low-income-margin 最低生活保障边缘 */
export const hardshipStatuses = ['destitute', 'low-income', 'low-income-margin'] as const
export type HardshipStatus = (typeof hardshipStatuses)[number]
