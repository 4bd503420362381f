import { stepByStep } from '../step-by-step.js'
import {
  acceptApplication,
  apply,
  refuseApplication,
  submitSelfAssessment,
  withdraw,
  type ApplicationRefusal,
} from './application.rules.js'
import { concludeReEvaluation, expire, requestReEvaluation, revoke, type ChallengeRefusal } from './challenge.rules.js'
import { conclude, confirm, dismissObjection, publicise, raiseObjection, type ConclusionRefusal } from './conclusion.rules.js'
import type { LtciGradingCommand } from './ltci-grading.commands.js'
import type { LtciGradingEvent } from './ltci-grading.events.js'
import { evolve } from './ltci-grading.evolve.js'
import type { LtciGrading } from './ltci-grading.state.js'
import { assignAssessors, completeOnsite, recuseAssessor, type OnsiteRefusal } from './onsite.rules.js'

export type LtciGradingRefusal = ApplicationRefusal | OnsiteRefusal | ConclusionRefusal | ChallengeRefusal

const recordedAs = {
  SubmitSelfAssessment: 'SelfAssessmentSubmitted',
  ApplyForAssessment: 'LtcAssessmentApplied',
  AcceptApplication: 'ApplicationAccepted',
  RefuseApplication: 'ApplicationRefused',
  WithdrawApplication: 'ApplicationWithdrawn',
  AssignAssessors: 'AssessorsAssigned',
  RecuseAssessor: 'AssessorRecused',
  CompleteOnsiteAssessment: 'OnsiteAssessmentCompleted',
  ConfirmConclusion: 'ConclusionConfirmed',
  PubliciseConclusion: 'ConclusionPublicised',
  RaiseNoticeObjection: 'NoticeObjectionRaised',
  DismissNoticeObjection: 'NoticeObjectionDismissed',
  ConcludeGrade: 'GradeConcluded',
  RequestReEvaluation: 'ReEvaluationRequested',
  ConcludeReEvaluation: 'ReEvaluationConcluded',
  ExpireConclusion: 'ConclusionExpired',
  RevokeConclusion: 'ConclusionRevoked',
} as const

/** 失能等级评估 of one person (医保发〔2023〕29号): 申请, 受理, 现场评估, 结论, 公示, 送达, 复评, 到期, 撤销. */
export const ltciGrading = stepByStep<LtciGradingCommand, LtciGrading, LtciGradingEvent, LtciGradingRefusal>(recordedAs, {
  initial: {
    mayApply: undefined,
    procedure: { status: 'none' },
    standing: { status: 'none' },
    known: [],
    concluded: [],
    recused: [],
  },

  decide: (command, grading) => {
    switch (command.type) {
      case 'SubmitSelfAssessment':
        return submitSelfAssessment(command)
      case 'ApplyForAssessment':
        return apply(command, grading)
      case 'AcceptApplication':
        return acceptApplication(command, grading)
      case 'RefuseApplication':
        return refuseApplication(command, grading)
      case 'WithdrawApplication':
        return withdraw(command, grading)
      case 'AssignAssessors':
        return assignAssessors(command, grading)
      case 'RecuseAssessor':
        return recuseAssessor(command, grading)
      case 'CompleteOnsiteAssessment':
        return completeOnsite(command, grading)
      case 'ConfirmConclusion':
        return confirm(command, grading)
      case 'PubliciseConclusion':
        return publicise(command, grading)
      case 'RaiseNoticeObjection':
        return raiseObjection(command, grading)
      case 'DismissNoticeObjection':
        return dismissObjection(command, grading)
      case 'ConcludeGrade':
        return conclude(command, grading)
      case 'RequestReEvaluation':
        return requestReEvaluation(command, grading)
      case 'ConcludeReEvaluation':
        return concludeReEvaluation(command, grading)
      case 'ExpireConclusion':
        return expire(command, grading)
      case 'RevokeConclusion':
        return revoke(command, grading)
    }
  },

  evolve,
})
