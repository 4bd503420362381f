import type { InstitutionCode, Ltci2021Items, PlainDate, SelfAssessmentAnswers } from '@concord/standards'
import type {
  AssessmentKind,
  OnsiteRecord,
  PoolMember,
  RecusalGround,
  RevocationReason,
  RefusalGround,
  WithdrawalReason,
} from './ltci-grading.events.js'

/** A step of one assessment, named by the id that its applicant's agency chose for it. */
interface Step {
  readonly assessmentId: string
  readonly on: PlainDate
}

/** What each command asks. Time and facts from elsewhere come with it. */
interface Asks {
  /** 提交自评 */
  SubmitSelfAssessment: { readonly on: PlainDate; readonly answers: SelfAssessmentAnswers }
  /** 申请. The self-assessment may be waived, as when another agency's finding invites the person to apply. */
  ApplyForAssessment: Step & { readonly kind: AssessmentKind; readonly selfAssessmentWaived: boolean }
  /** 受理. The enrolment says where the person is insured, if at all. */
  AcceptApplication: Step & { readonly insuredRegion: string | undefined }
  /** 不予受理 */
  RefuseApplication: Step & { readonly ground: RefusalGround }
  /** 撤回申请 */
  WithdrawApplication: Step & { readonly reason: WithdrawalReason }
  /** 派单 */
  AssignAssessors: Step & { readonly institution: InstitutionCode; readonly assessors: readonly PoolMember[] }
  /** 回避 */
  RecuseAssessor: Step & { readonly assessor: string; readonly ground: RecusalGround; readonly replacement: PoolMember }
  /** 完成现场评估 */
  CompleteOnsiteAssessment: Step & Omit<OnsiteRecord, 'videoDigest'> & { readonly videoDigest?: string | undefined }
  /** 专家确认结论 */
  ConfirmConclusion: Step & { readonly confirmedBy: readonly PoolMember[] }
  /** 公示 */
  PubliciseConclusion: Step
  /** 提出公示异议 */
  RaiseNoticeObjection: Step
  /** 认定异议不成立 */
  DismissNoticeObjection: Step
  /** 送达结论 */
  ConcludeGrade: Step & { readonly validUntil: PlainDate }
  /** 申请复评 */
  RequestReEvaluation: Step
  /** 作出复评结论 */
  ConcludeReEvaluation: Step & ReEvaluation
  /** 到期 */
  ExpireConclusion: Step
  /** 撤销 */
  RevokeConclusion: Step & { readonly reason: RevocationReason }
}

interface ReEvaluation {
  readonly institution: InstitutionCode
  readonly confirmedBy: readonly PoolMember[]
  readonly items: Ltci2021Items
  readonly validUntil: PlainDate
}

export type LtciGradingCommand = { [Type in keyof Asks]: { readonly type: Type } & Asks[Type] }[keyof Asks]

export type Asked<Type extends LtciGradingCommand['type']> = Extract<LtciGradingCommand, { type: Type }>
