import { createHmac, type KeyObject } from 'node:crypto'
import type { Cause } from '@concord/event-store'
import type { PersonId } from '@concord/identity'
import type { Cells } from './mapping.js'

/** What the rows of one import have in common. */
export interface RowsOf {
  readonly context: string
  readonly kind: string
  readonly correlationId: string
  readonly key: KeyObject
}

/**
 * The command of a row: the same for the same row wherever it stands, in this file or the next one, whatever the order of its columns.
 * Keyed, since cells may hold identity numbers, and a plain digest of one can be guessed.
 */
export const causeOf = ({ context, kind, correlationId, key }: RowsOf, person: PersonId, cells: Cells): Cause => {
  const filled = Object.entries(cells).filter(([column, cell]) => column !== 'document' && cell !== '')
  const content = JSON.stringify([context, kind, person, filled.toSorted(([one], [other]) => (one < other ? -1 : 1))])
  const mac = createHmac('sha256', key).update(content).digest('hex')
  return { commandId: mac.slice(0, 32), digest: mac.slice(32), by: 'file-import', correlationId }
}
