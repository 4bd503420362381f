import { asStored, codecOf } from '@concord/event-store'
import type { BenefitEvent } from '@concord/healthcare-security'

export const benefitNames = { BenefitStarted: asStored, BenefitPaused: asStored, BenefitResumed: asStored, BenefitEnded: asStored }
export const benefitCodec = codecOf<BenefitEvent>(benefitNames)
