import { asStored, codecOf } from '@concord/event-store'
import type { HomeSickbedEvent } from '@concord/health'

export const homeSickbedNames = { HomeSickbedOpened: asStored, HomeSickbedClosed: asStored }
export const homeSickbedCodec = codecOf<HomeSickbedEvent>(homeSickbedNames)
