import { asStored, codecOf } from '@concord/event-store'
import type { HealthAssessmentEvent } from '@concord/health'

export const healthAssessmentNames = { DisabledElderHealthAssessed: asStored, HomeVisitMade: asStored }
export const healthAssessmentCodec = codecOf<HealthAssessmentEvent>(healthAssessmentNames)
