import type { DeathReportEvent } from '@concord/civil-affairs'
import { asStored, codecOf } from '@concord/event-store'

export const deathReportNames = { DeathReported: asStored, DeathReportWithdrawn: asStored }
export const deathReportCodec = codecOf<DeathReportEvent>(deathReportNames)
