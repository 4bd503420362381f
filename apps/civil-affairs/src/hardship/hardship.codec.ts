import type { HardshipEvent } from '@concord/civil-affairs'
import { asStored, codecOf } from '@concord/event-store'

export const hardshipNames = { HardshipRecognised: asStored, HardshipWithdrawn: asStored }
export const hardshipCodec = codecOf<HardshipEvent>(hardshipNames)
