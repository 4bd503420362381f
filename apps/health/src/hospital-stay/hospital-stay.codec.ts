import { asStored, codecOf } from '@concord/event-store'
import type { HospitalStayEvent } from '@concord/health'

export const hospitalStayNames = { HospitalAdmitted: asStored, HospitalDischarged: asStored }
export const hospitalStayCodec = codecOf<HospitalStayEvent>(hospitalStayNames)
