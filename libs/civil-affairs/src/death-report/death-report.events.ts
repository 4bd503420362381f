import type { PlainDate } from '@concord/standards'

/** Stored names: for ever. A changed meaning is a new name. */
export type DeathReportEvent =
  /** 殡葬死亡报告 */
  | { readonly type: 'DeathReported'; readonly data: { readonly diedOn: PlainDate; readonly reportedOn: PlainDate } }
  /** 撤回: as if it had never been reported */
  | { readonly type: 'DeathReportWithdrawn'; readonly data: { readonly on: PlainDate } }
