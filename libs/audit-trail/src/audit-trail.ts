import { z } from 'zod'
import { agency } from '@concord/access'
import { personId } from '@concord/identity'

/** How somebody came to see something. */
const disclosureKind = z.enum(['lookup', 'history', 'feed', 'trail-query'])
export type DisclosureKind = z.infer<typeof disclosureKind>

/** What stands on the trail: a disclosure, or 运维操作, an order by which an operator changed what the registry knows or answers. */
export const entryKind = z.enum([...disclosureKind.options, 'operation'])

/** Whose act it was: an agency's, or the operators' 运维, for whom no token speaks. */
export const actor = z.enum([...agency.options, 'operations'])

/** 审计记录: who saw what of one person, why, and on what the answer rested. Field names, never values. */
export const auditEntry = z.object({
  id: z.uuid(),
  /** ISO instant, UTC. */
  at: z.iso.datetime(),
  requestId: z.uuid(),
  kind: entryKind,
  /** Whose system asked, and which; of an operation, who gave the order. */
  agency: actor,
  client: z.string().max(200),
  /** None where it is about no one person: a page of the trail itself, a swap of the registry's versions. */
  person: personId.nullable(),
  purpose: z.string().max(100).nullable(),
  legalBasis: z.string().max(500).nullable(),
  /** Names of the fields that the answer held. */
  fields: z.array(z.string().max(100)).max(50),
  /** Of an operation, what was ordered. */
  outcome: z.string().max(50),
  /** Of an operation, why, in the operator's words. */
  reason: z.string().max(500).optional(),
  /** The published events that the answer rested on, or that an order is about: `<context>/<position>`. */
  basis: z.array(z.string().max(100)).max(1000),
  /**
   * SHA-256, hexadecimal, of the bytes that left about this person: of a lookup, a history or a page of the trail the whole body, of a
   * batch its element of `answers`, of a page of the feed its element of `events`. How to compare: docs/how-to/verify-an-answer.md
   * No bytes leave at an operation: it is the digest of none.
   */
  answerDigest: z.string().regex(/^[0-9a-f]{64}$/),
})
export type AuditEntry = z.infer<typeof auditEntry>

/** What an auditor looks for; what is left out does not matter. Times: from inclusive, until exclusive. */
export interface AuditQuery {
  readonly kind?: string | undefined
  readonly person?: string | undefined
  readonly agency?: string | undefined
  readonly purpose?: string | undefined
  readonly outcome?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[]
  /** Where the next page begins; none at the end. Opaque. */
  readonly next: string | undefined
}

/** The port of the trail. Every adapter passes `auditTrailContract`. */
export interface AuditTrail {
  /**
   * Durable before it resolves: an answer leaves only after that. Recording the same entry id again records nothing.
   * @throws TrailUnavailable when the entries cannot be written; none of them is then promised
   */
  record(entries: readonly AuditEntry[]): Promise<void>
  /**
   * Oldest first. An entry that was recorded while pages are read comes later or not at all, never twice.
   * @throws TrailUnavailable when the entries cannot be read
   */
  find(query: AuditQuery, page: { readonly after?: string | undefined; readonly limit: number }): Promise<AuditPage>
}

/** Entries that were written together, for whoever watches how a trail does. */
export interface WrittenGroup {
  readonly entries: readonly AuditEntry[]
  readonly seconds: number
  /** False when they could not be written. */
  readonly durable: boolean
}

export type OnGroup = (group: WrittenGroup) => void

export const AUDIT_TRAIL = Symbol('AUDIT_TRAIL')

/** No record, no disclosure. */
export class TrailUnavailable extends Error {
  override readonly name = 'TrailUnavailable'
  constructor(cause: unknown) {
    super('the audit trail is out of reach', { cause })
  }
}

/** The cursor does not come from this trail. */
export class NotACursor extends Error {
  override readonly name = 'NotACursor'
}
