import type { PlainDate } from '@concord/standards'
import type { SubsidyKind } from '../policy/policy.js'
import type { RecordId } from '../vocabulary.js'

/** Stored names: for ever. A changed meaning is a new name. */
export type SubsidyEvent =
  /** 补贴批准 */
  | { readonly type: 'SubsidyGranted'; readonly data: Grant }
  /** 补贴停发 */
  | { readonly type: 'SubsidyStopped'; readonly data: Stop & { readonly kind: SubsidyKind } }

/** What is paid month by month. */
export interface Grant {
  readonly subsidyId: RecordId
  readonly kind: SubsidyKind
  readonly on: PlainDate
  /** 月补贴额, 分 */
  readonly monthlyFen: number
  /** The certificate or finding that opened it. */
  readonly restsOn: RecordId
}

export interface Stop {
  readonly subsidyId: RecordId
  readonly on: PlainDate
  readonly reason: StopReason
}

/** 停发原因: deceased 死亡 · basis-ended 资格终止 · own-wish 本人意愿 · overlap 重复享受 · moved-away 迁出 · error 差错 */
export const stopReasons = ['deceased', 'basis-ended', 'own-wish', 'overlap', 'moved-away', 'error'] as const
export type StopReason = (typeof stopReasons)[number]
