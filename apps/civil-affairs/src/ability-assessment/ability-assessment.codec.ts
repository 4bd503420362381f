import type { AbilityAssessmentEvent } from '@concord/civil-affairs'
import { asStored, codecOf } from '@concord/event-store'

export const abilityAssessmentNames = {
  ElderAbilityAssessed: asStored,
  AbilityReviewRequested: asStored,
  AbilityAssessmentRevoked: asStored,
}
export const abilityAssessmentCodec = codecOf<AbilityAssessmentEvent>(abilityAssessmentNames)
