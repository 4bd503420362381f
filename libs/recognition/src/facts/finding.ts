import { z } from 'zod'
import type { ContextName } from '@concord/contracts'
import type { InstitutionCode, PlainDate } from '@concord/standards'
import type { SourceRef } from './source-ref.js'

/** The schemes that agencies determine by, each with its version: grades of two schemes are never compared. */
export const standard = z.enum(['ltci-2021', 'gbt-42195-2022', 'gbt-26341-2010'])
export type Standard = z.infer<typeof standard>

/** 残疾类别 1–6 with its grade; a multiple disability (7) always carries its components. */
export const component = z.object({ category: z.int().min(1).max(6), grade: z.int().min(1).max(4) })
export type Component = z.infer<typeof component>

/** 状态 of a finding on a date. Only `in-force` can grant. */
export const findingStatus = z.enum(['provisional', 'in-force', 'disputed', 'superseded', 'expired', 'frozen', 'revoked', 'cancelled'])
export type FindingStatus = z.infer<typeof findingStatus>

/** What an agency determined about a person, in its own terms. */
export interface Determination {
  readonly standard: Standard
  /** The agency's own record: assessmentId or certificateId. One record may be determined anew (复评, 重新评定). */
  readonly record: string
  /** In the scheme's own scale and direction: LTCI 0–5 and GB/T 42195 0–4 (greater is worse), certificate 1–4 (1 is worst). */
  readonly grade: number
  /** Dimension scores by name: `adl`, `cognition`, `perception`; `total`, `preliminary`. */
  readonly scores: Readonly<Record<string, number>>
  /** Item answers in the standard's order: what the digest of the evidence is taken of. */
  readonly items: readonly number[]
  /** 残疾类别 1–7 of a certificate. */
  readonly category?: number
  readonly components: readonly Component[]
  readonly determinedOn: PlainDate
  /** Absent while the determination is only on public notice (公示). */
  readonly effectiveFrom?: PlainDate
  /** The last day of validity; a certificate determined anew keeps the validity of the certificate. */
  readonly validUntil?: PlainDate
  readonly institution: InstitutionCode
  readonly assessors: readonly string[]
  /** The record whose place this one takes. */
  readonly replaces?: string
}

/** A status from a date on, until the next one; the event is what brought it (for `expired`: what set the validity). */
export interface StatusPeriod {
  readonly from: PlainDate
  readonly status: FindingStatus
  readonly source: SourceRef
}

/** From a date on, a finding is valid until a day; the event said so. */
export interface Validity {
  readonly from: PlainDate
  readonly until: PlainDate
  readonly source: SourceRef
}

/** 认定结果: one determination, whose it is, and what became of it over time. */
export interface Finding extends Determination {
  readonly context: ContextName
  readonly source: SourceRef
  readonly validities: readonly Validity[]
  readonly periods: readonly StatusPeriod[]
}

/** What a finding was on a date: `undefined` before it was made. */
export const standingOn = (finding: Finding, date: PlainDate): StatusPeriod | undefined =>
  finding.periods.findLast(({ from }) => from <= date)
