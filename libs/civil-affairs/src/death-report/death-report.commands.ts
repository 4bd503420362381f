import type { PlainDate } from '@concord/standards'

export type DeathReportCommand =
  /** 殡葬死亡报告: a cremation notice names the day of death */
  | { readonly type: 'ReportDeath'; readonly diedOn: PlainDate; readonly reportedOn: PlainDate }
  /** 撤回误报 */
  | { readonly type: 'WithdrawDeathReport'; readonly on: PlainDate }
