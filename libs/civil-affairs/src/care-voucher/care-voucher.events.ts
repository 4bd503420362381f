import type { PlainDate } from '@concord/standards'
import type { RecordId } from '../vocabulary.js'

/** Stored names: for ever. A changed meaning is a new name. */
export type CareVoucherEvent =
  /** 发放消费券 */
  { readonly type: 'CareVoucherIssued'; readonly data: CareVoucher }

/** 养老服务消费补贴 of one month. */
export interface CareVoucher {
  readonly voucherId: RecordId
  readonly on: PlainDate
  /** `YYYY-MM` */
  readonly month: string
  /** 面额, 分 */
  readonly fen: number
  /** The finding that opened it. */
  readonly restsOn: RecordId
}
