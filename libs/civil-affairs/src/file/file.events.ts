import type { PlainDate } from '@concord/standards'
import type { Region } from '../vocabulary.js'

/** Stored names: for ever. A changed meaning is a new name. */
export type FileEvent =
  /** 建档 */
  | {
      readonly type: 'CivilAffairsFileOpened'
      readonly data: {
        readonly on: PlainDate
        readonly bornOn: PlainDate
        /** 户籍地 */
        readonly householdRegion: Region
        /** 居住地 */
        readonly residenceRegion: Region
      }
    }
  /** 居住地变更 */
  | { readonly type: 'ResidenceMoved'; readonly data: { readonly on: PlainDate; readonly residenceRegion: Region } }
