import { createHash } from 'node:crypto'
import type { Span } from '@opentelemetry/api'
import type { Caller } from '@concord/access'
import type { AuditEntry, DisclosureKind } from '@concord/audit-trail'
import type { PersonId } from '@concord/identity'
import type { Decision, Purpose, SourceRef } from '@concord/recognition'

/** Who asks, through which request, when. */
export interface Asking {
  readonly caller: Caller
  readonly requestId: string
  readonly at: string
  /** The request's, when it is traced. */
  readonly span?: Span | undefined
}

/** One person's decision, and the JSON value in which it leaves. Nothing is added to that value after its digest was taken. */
export interface Disclosure {
  readonly id: string
  readonly person: PersonId
  readonly purpose: Purpose
  readonly decision: Decision
  readonly answer: unknown
}

/** What the trail keeps of telling one person's decision: everything but the answer, and of that a digest. */
export const disclosureOf = (
  { caller, requestId, at }: Asking,
  kind: DisclosureKind,
  { id, person, purpose, decision, answer }: Disclosure,
): AuditEntry => ({
  id,
  at,
  requestId,
  kind,
  agency: caller.agency,
  client: caller.client,
  person,
  purpose: purpose.code,
  legalBasis: purpose.legalBasis,
  fields: [...purpose.fields],
  outcome: decision.outcome,
  basis: sourcesOf(decision).map(({ context, position }) => `${context}/${position}`),
  answerDigest: createHash('sha256').update(JSON.stringify(answer)).digest('hex'),
})

/** The published events that a decision rests on. */
export const sourcesOf = ({ basis: { findings, circumstances } }: Decision): readonly SourceRef[] => [
  ...findings.flatMap(({ sources }) => sources),
  ...circumstances,
]
