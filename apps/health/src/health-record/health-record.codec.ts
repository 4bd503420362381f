import { asStored, codecOf } from '@concord/event-store'
import type { HealthRecordEvent } from '@concord/health'

export const healthRecordNames = { HealthRecordOpened: asStored }
export const healthRecordCodec = codecOf<HealthRecordEvent>(healthRecordNames)
