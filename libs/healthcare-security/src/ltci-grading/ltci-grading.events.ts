import type { InstitutionCode, Ltci2021Items, PlainDate, SelfAssessmentAnswers, SelfAssessmentCategory } from '@concord/standards'

/** 首次、状况变化、到期、抽查 */
export const assessmentKinds = ['first', 'change', 'expiry', 'spot-check'] as const
export type AssessmentKind = (typeof assessmentKinds)[number]

/** 医保发〔2023〕29号 art. 20: 未参保、不符合待遇条件、费用不属基金支付范围、材料不全或虚假、其他 */
export const refusalGrounds = ['not-insured', 'conditions-not-met', 'costs-outside-fund', 'materials-incomplete-or-false', 'other'] as const
export type RefusalGround = (typeof refusalGrounds)[number]

/** 本人要求、死亡、转出、无法联系 */
export const withdrawalReasons = ['own-wish', 'deceased', 'moved-away', 'unreachable'] as const
export type WithdrawalReason = (typeof withdrawalReasons)[number]

/** 医保发〔2023〕29号 art. 15: 亲属、利害关系 */
export const recusalGrounds = ['kin', 'interest'] as const
export type RecusalGround = (typeof recusalGrounds)[number]

/** 欺诈、程序违规、结论错误 */
export const revocationReasons = ['fraud', 'procedure', 'error'] as const
export type RevocationReason = (typeof revocationReasons)[number]

/** 监护人、代理人 */
export const companions = ['guardian', 'agent'] as const
type Companion = (typeof companions)[number]

/** 评估员, who collects and assists; 评估专家, who assesses and concludes: 医保发〔2023〕29号 art. 11–14. */
export const poolRoles = ['assessor', 'expert'] as const

/** A member of the assessor pool, by pool number. */
export interface PoolMember {
  readonly id: string
  readonly role: (typeof poolRoles)[number]
}

/** 评估结论, as it is published: points and grade of 医保办发〔2021〕37号, and who determined them. */
export interface Conclusion {
  readonly standard: 'ltci-2021'
  /** 0 基本正常 … 5 重度失能Ⅲ级 */
  readonly grade: number
  readonly adl: number
  readonly cognition: number
  readonly perception: number
  /** 10 ADL, 4 cognition, 3 perception. */
  readonly items: readonly number[]
  readonly determinedOn: PlainDate
  readonly institution: InstitutionCode
  /** Pool numbers of everyone who took part. */
  readonly assessors: readonly string[]
}

/** One step of one assessment. */
interface Step {
  readonly assessmentId: string
  readonly on: PlainDate
}

/** What each event tells. `overdue`: later than the regulation's period; what happened is recorded all the same. */
export interface LtciGradingFacts {
  /** 自评 */
  SelfAssessmentSubmitted: SelfAssessment
  /** 申请 */
  LtcAssessmentApplied: Step & { readonly kind: AssessmentKind; readonly selfAssessmentWaived: boolean }
  /** 受理 */
  ApplicationAccepted: Step & { readonly insuredRegion: string; readonly overdue: boolean }
  /** 不予受理 */
  ApplicationRefused: Step & { readonly ground: RefusalGround; readonly overdue: boolean }
  /** 撤回申请 */
  ApplicationWithdrawn: Step & { readonly reason: WithdrawalReason }
  /** 派单 */
  AssessorsAssigned: Step & { readonly institution: InstitutionCode; readonly assessors: readonly PoolMember[] }
  /** 回避: and who takes the place */
  AssessorRecused: Step & { readonly assessor: string; readonly ground: RecusalGround; readonly replacement: PoolMember }
  /** 现场评估 */
  OnsiteAssessmentCompleted: Step & OnsiteRecord
  /** 专家确认 */
  ConclusionConfirmed: Step & { readonly confirmedBy: readonly PoolMember[]; readonly conclusion: Conclusion }
  /** 公示 */
  ConclusionPublicised: Step & { readonly conclusion: Conclusion; readonly noticeEndsOn: PlainDate }
  /** 公示异议 */
  NoticeObjectionRaised: Step
  /** 异议不成立 */
  NoticeObjectionDismissed: Step
  /** 结论送达,生效 */
  GradeConcluded: Step & Delivered & { readonly overdue: boolean }
  /** 申请复评 */
  ReEvaluationRequested: Step
  /** 复评结论, final */
  ReEvaluationConcluded: Step & Delivered
  /** 到期 */
  ConclusionExpired: Step
  /** 撤销 */
  ConclusionRevoked: Step & { readonly reason: RevocationReason }
}

/** 自评表 (医保办发〔2021〕37号, Table B): a gate before the first application. */
interface SelfAssessment {
  readonly on: PlainDate
  readonly answers: SelfAssessmentAnswers
  readonly category: SelfAssessmentCategory
  readonly mayApply: boolean
}

/** 医保发〔2023〕29号 art. 21; the video itself stays with the institution. */
export interface OnsiteRecord {
  readonly items: Ltci2021Items
  /** Who was with the applicant. */
  readonly present: readonly Companion[]
  /** SHA-256 of the full recording, hexadecimal. */
  readonly videoDigest: string
  readonly neighboursAsked: boolean
  readonly medicalRecordsConsulted: boolean
}

/** A conclusion counts from the day it is delivered until and including `validUntil`. */
interface Delivered {
  readonly conclusion: Conclusion
  readonly validUntil: PlainDate
  /** The conclusion that was in force before. */
  readonly replaces?: string
}

/** Stored names: for ever. A changed meaning is a new name. */
export type LtciGradingEvent = {
  [Type in keyof LtciGradingFacts]: { readonly type: Type; readonly data: LtciGradingFacts[Type] }
}[keyof LtciGradingFacts]
