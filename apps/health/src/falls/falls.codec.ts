import { asStored, codecOf } from '@concord/event-store'
import type { FallEvent } from '@concord/health'

export const fallsNames = { FallReported: asStored }
export const fallsCodec = codecOf<FallEvent>(fallsNames)
