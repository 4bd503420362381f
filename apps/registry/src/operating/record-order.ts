import { createHash, randomUUID } from 'node:crypto'
import { auditEntry, TrailUnavailable } from '@concord/audit-trail'
import type { PersonId } from '@concord/identity'
import { OrderFault } from '../order-fault.js'
import type { Operating } from './operating.js'

export interface Ordered {
  readonly what: 'retry-parked' | 'release-parked' | 'swap-registry' | 'roll-back-registry' | 'forget-registry'
  readonly by: string
  readonly reason?: string
  readonly person?: PersonId
  /** The events that it is about: `<context>/<position>`. */
  readonly basis?: readonly string[]
}

const noBytes = createHash('sha256').digest('hex')

/** No record, no operation: what was ordered is on the audit trail before it is done. @throws OrderFault */
export const recordOrder = async ({ registry, clock }: Operating, { what, by, reason, person, basis = [] }: Ordered): Promise<void> => {
  const entry = auditEntry.parse({
    id: randomUUID(),
    at: clock.now().toISOString(),
    requestId: randomUUID(),
    kind: 'operation',
    agency: 'operations',
    client: by,
    person: person ?? null,
    purpose: null,
    legalBasis: null,
    fields: [],
    outcome: what,
    ...(reason === undefined ? {} : { reason }),
    basis,
    answerDigest: noBytes,
  })
  try {
    await registry.trail.record([entry])
  } catch (error) {
    if (!(error instanceof TrailUnavailable)) throw error
    throw new OrderFault('The audit trail cannot be written, so nothing was done; see that its tables are there and the disk has room.', {
      cause: error,
    })
  }
}
