import { asStored, codecOf } from '@concord/event-store'
import type { LtciGradingEvent } from '@concord/healthcare-security'

export const ltciGradingNames = {
  SelfAssessmentSubmitted: asStored,
  LtcAssessmentApplied: asStored,
  ApplicationAccepted: asStored,
  ApplicationRefused: asStored,
  ApplicationWithdrawn: asStored,
  AssessorsAssigned: asStored,
  AssessorRecused: asStored,
  OnsiteAssessmentCompleted: asStored,
  ConclusionConfirmed: asStored,
  ConclusionPublicised: asStored,
  NoticeObjectionRaised: asStored,
  NoticeObjectionDismissed: asStored,
  GradeConcluded: asStored,
  ReEvaluationRequested: asStored,
  ReEvaluationConcluded: asStored,
  ConclusionExpired: asStored,
  ConclusionRevoked: asStored,
}
export const ltciGradingCodec = codecOf<LtciGradingEvent>(ltciGradingNames)
