import type { Hardship } from './hardship.events.js'

export type HardshipCommand =
  /** 认定困难身份 */
  | ({ readonly type: 'RecogniseHardship' } & Hardship)
  /** 退出困难身份 */
  | ({ readonly type: 'WithdrawHardship' } & Hardship)
