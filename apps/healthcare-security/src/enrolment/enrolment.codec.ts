import { asStored, codecOf } from '@concord/event-store'
import type { EnrolmentEvent } from '@concord/healthcare-security'

export const enrolmentNames = { LtcInsuranceEnrolled: asStored, LtcInsuranceTransferred: asStored, LtcInsuranceLapsed: asStored }
export const enrolmentCodec = codecOf<EnrolmentEvent>(enrolmentNames)
