import { asStored, codecOf } from '@concord/event-store'
import type { ComaEvent } from '@concord/health'

export const comaNames = { ComaBegan: asStored, ComaEnded: asStored }
export const comaCodec = codecOf<ComaEvent>(comaNames)
