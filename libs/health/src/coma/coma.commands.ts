import type { PlainDate } from '@concord/standards'

export type ComaCommand =
  /** 昏迷开始 */
  | { readonly type: 'BeginComa'; readonly on: PlainDate }
  /** 昏迷结束 */
  | { readonly type: 'EndComa'; readonly on: PlainDate }
