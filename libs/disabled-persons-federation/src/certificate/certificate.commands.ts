import type { PlainDate } from '@concord/standards'
import type { About, CancellingReason, FreezingReason, RefusingReason } from './certificate.events.js'
import type { Evaluation } from './evaluation.js'

/** What can be asked, by name. */
export interface CertificateCommands {
  /** 申领, voluntary, at the place of the household register (art. 3). */
  readonly ApplyForCertificate: About & { readonly bornOn: PlainDate; readonly householdRegion: string }
  /** 受理 */
  readonly AcceptApplication: About
  /** 残疾评定 by a designated hospital (art. 6) */
  readonly RecordEvaluation: Evaluated
  /** 公示 */
  readonly PubliciseEvaluation: About
  /** 公示异议 */
  readonly RaiseNoticeObjection: About
  /** 公示异议不成立 */
  readonly DismissNoticeObjection: About
  /** 不予受理、不予核发, or 撤回申请 */
  readonly RefuseCertificate: About & { readonly reason: RefusingReason }
  /** 核发 */
  readonly IssueCertificate: About

  /** 换领, free of charge (art. 17, 19). */
  readonly RenewCertificate: About
  /** 遗失补发 */
  readonly ReissueCertificate: About
  /** 重新评定, on the person's application (art. 22). */
  readonly RegradeDisability: Evaluated
  /** 迁移 */
  readonly MoveCertificate: About & { readonly householdRegion: string }
  /** 冻结 */
  readonly FreezeCertificate: About & { readonly reason: FreezingReason }
  /** 解冻 */
  readonly UnfreezeCertificate: About
  /** 到期 */
  readonly ExpireCertificate: About
  /** 注销 */
  readonly CancelCertificate: About & { readonly reason: CancellingReason }

  /** 对评定结果有异议: to the city, then to the province (art. 25). */
  readonly DisputeEvaluation: About
  /** 市级重新评定结论, or 省级专家委员会最终意见 */
  readonly ConcludeDispute: About & { readonly evaluation: Evaluation }
}

interface Evaluated extends About {
  readonly evaluation: Evaluation
  /** Whether the hospital stood on the federation's list of 指定医院 on the day it evaluated. */
  readonly designated: boolean
}

/** One command, or any of several. */
export type Asked<Type extends keyof CertificateCommands> = { [Each in Type]: { readonly type: Each } & CertificateCommands[Each] }[Type]

export type CertificateCommand = Asked<keyof CertificateCommands>
