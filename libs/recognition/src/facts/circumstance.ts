import type { ContextName } from '@concord/contracts'
import type { InstitutionCode, PlainDate } from '@concord/standards'
import type { SourceRef } from './source-ref.js'

export type Benefit =
  | 'ltci-home'
  | 'ltci-institution'
  | 'ltci-hospital'
  | 'disability-living-subsidy'
  | 'disability-nursing-subsidy'
  | 'elder-nursing-subsidy'
  | 'elder-care-voucher'

/** No details besides the dates. */
type Nothing = unknown

/** 情形: facts that are no grade, with what each tells besides its dates. */
interface Details {
  /** One a reporting agency: 死亡医学证明 or 殡葬. */
  readonly death: Nothing
  /** F00–F03 dementia, F04–F99 other mental and behavioural disorders. */
  readonly diagnosis: { readonly code: string; readonly bySpecialist: boolean }
  readonly coma: Nothing
  readonly fall: Nothing
  readonly 'hospital-stay': { readonly institution: InstitutionCode }
  readonly 'home-sickbed': { readonly institution: InstitutionCode }
  readonly 'health-assessment': { readonly institution: InstitutionCode }
  readonly 'home-visit': { readonly assessmentId: string }
  readonly 'household-region': { readonly region: string }
  readonly 'insured-region': { readonly region: string }
  readonly 'residence-region': { readonly region: string }
  readonly enrolment: { readonly insurance: 'employee' | 'resident' }
  readonly hardship: { readonly status: 'destitute' | 'low-income' | 'low-income-margin' }
  readonly benefit: { readonly benefit: Benefit; readonly restsOn?: string; readonly monthlyFen?: number }
  readonly 'benefit-pause': { readonly reason: string }
}

export type CircumstanceKind = keyof Details

/** What begins: a kind, a key that tells two of a kind apart (an agency or its record id), and the details. */
export type Situation<Kind extends CircumstanceKind = CircumstanceKind> = {
  readonly [K in Kind]: { readonly kind: K; readonly key: string } & Details[K]
}[Kind]

/** A situation over time. `until` is the last day it held; absent while it holds. */
export type Circumstance<Kind extends CircumstanceKind = CircumstanceKind> = Situation<Kind> & {
  readonly context: ContextName
  readonly from: PlainDate
  readonly until?: PlainDate
  readonly sources: readonly SourceRef[]
}

export const heldOn = ({ from, until }: Circumstance, date: PlainDate): boolean => from <= date && (until === undefined || date <= until)

/** All of one kind, whenever they held. */
export const ofKind = <Kind extends CircumstanceKind>(circumstances: readonly Circumstance[], kind: Kind): readonly Circumstance<Kind>[] =>
  circumstances.filter((circumstance): circumstance is Circumstance<Kind> & Circumstance => circumstance.kind === kind)
