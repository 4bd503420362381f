import type { FileEvent } from '@concord/civil-affairs'
import { asStored, codecOf } from '@concord/event-store'

export const fileNames = { CivilAffairsFileOpened: asStored, ResidenceMoved: asStored }
export const fileCodec = codecOf<FileEvent>(fileNames)
