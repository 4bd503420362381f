import type { PlainDate } from '@concord/standards'
import type { Region } from '../vocabulary.js'

export type FileCommand =
  /** 建档 */
  | {
      readonly type: 'OpenFile'
      readonly on: PlainDate
      readonly bornOn: PlainDate
      readonly householdRegion: Region
      readonly residenceRegion: Region
    }
  /** 居住地变更; a move that becomes known late is told with the day on which it happened */
  | { readonly type: 'MoveResidence'; readonly on: PlainDate; readonly residenceRegion: Region }
