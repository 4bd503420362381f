import type { SubsidyEvent } from '@concord/civil-affairs'
import { asStored, codecOf } from '@concord/event-store'

export const subsidiesNames = { SubsidyGranted: asStored, SubsidyStopped: asStored }
export const subsidiesCodec = codecOf<SubsidyEvent>(subsidiesNames)
