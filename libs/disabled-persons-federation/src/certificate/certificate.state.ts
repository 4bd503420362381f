import { refuse, type Decision } from '@concord/decider'
import type { PlainDate } from '@concord/standards'
import type { CertificateEvent, FreezingReason } from './certificate.events.js'
import type { Evaluation } from './evaluation.js'

/** 残疾人证: where a person's only application or certificate stands. */
export type Certificate =
  | { readonly status: 'none' }
  | { readonly status: 'applied' }
  | { readonly status: 'accepted'; readonly on: PlainDate }
  | { readonly status: 'evaluated'; readonly evaluation: Evaluation }
  | OnNotice
  | { readonly status: 'refused' }
  | { readonly status: 'valid'; readonly card: Card }
  | { readonly status: 'expired'; readonly card: Card }
  | { readonly status: 'frozen'; readonly card: Card; readonly reason: FreezingReason }
  | { readonly status: 'cancelled'; readonly on: PlainDate }

interface OnNotice {
  readonly status: 'on-notice'
  readonly evaluation: Evaluation
  readonly noticeEndsOn: PlainDate
  readonly objectionOpen: boolean
}

/** What an issued certificate says. Its number is derived from category, grade and reissues; it is no key. */
export interface Card {
  readonly evaluation: Evaluation
  readonly validUntil: PlainDate
  readonly reissues: number
  readonly dispute: Dispute
}

/** 对评定结果的异议: `since` is the day from which the term to go one step further runs. */
type Dispute =
  | { readonly stage: 'none'; readonly since: PlainDate }
  | { readonly stage: 'before-city' }
  | { readonly stage: 'answered-by-city'; readonly since: PlainDate }
  | { readonly stage: 'before-province' }
  | { readonly stage: 'final' }

/** 档案: one person's certificates in the order of their applications; only the last can stand. */
export interface CertificateFile {
  readonly certificate: Certificate
  readonly certificateIds: readonly string[]
  readonly householdRegion: string | undefined
  readonly recorded: readonly CertificateEvent[]
}

/** A command that comes at the wrong moment is told where the application or certificate stands. */
export type Standing = (typeof standing)[Certificate['status']]

const standing = {
  none: 'not-the-current-certificate',
  applied: 'application-awaits-acceptance',
  accepted: 'application-awaits-evaluation',
  evaluated: 'application-awaits-notice',
  'on-notice': 'application-on-notice',
  refused: 'application-refused',
  valid: 'certificate-valid',
  expired: 'certificate-expired',
  frozen: 'certificate-frozen',
  cancelled: 'certificate-cancelled',
} as const

export const refuseAt = ({ status }: Certificate): Decision<never, Standing> => refuse(standing[status])
