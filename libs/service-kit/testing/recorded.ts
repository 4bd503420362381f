import type { ContextName } from '@concord/contracts'
import type { Json, RecordedEvent } from '@concord/event-store'

const id = '0b1f3c1e-8a63-5c39-9f0b-1c2b6a0f7d55'
const person = 'ab'.repeat(16)
const recordedAt = '2026-03-02T01:02:03.000Z'

/** An event as a store gives it back, about somebody. */
export const recorded = (type: string, data: Json): RecordedEvent => ({
  id,
  type,
  data,
  cause: { commandId: 'command-1', by: 'some-system', correlationId: 'request-1', digest: 'digest' },
  stream: `anything-${person}`,
  revision: 0n,
  position: 7n,
  recordedAt,
})

/** The same event as it must be told to the others. */
export const publishedBy = (context: ContextName, told: { readonly type: string; readonly data: Json }) => ({
  context,
  person,
  id,
  position: 7n,
  recordedAt,
  correlationId: 'request-1',
  ...told,
})
