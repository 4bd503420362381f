import type { Sentences } from '@concord/decider'
import { change, type EventStore } from '@concord/event-store'
import { personIdsWith } from '@concord/identity'
import type { FileRow } from './file-rows.js'
import type { Mapper } from './mapping.js'
import { persistently } from './persistently.js'
import type { PersonOfRow, RecordKind } from './record-kind.js'
import type { Reject } from './rejects.js'
import { causeOf, type RowsOf } from './row-command.js'
import { rejectCells, rejectRefused, rejectUnreadable } from './row-rejects.js'

/** A row that was read, and what is to be done about it. */
export interface ReadyRow {
  /** Rows of one person are taken in their order; empty when the row names nobody. */
  readonly person: string
  /** Records what the row asks for, durably. @returns why not, if not */
  readonly take: () => Promise<readonly Reject[]>
}

export interface RowTaking {
  readonly kind: RecordKind
  readonly refusals: Sentences
  readonly mapper: Mapper
  readonly store: EventStore
  readonly origin: RowsOf
}

/** Rows become commands, decided as those of the HTTP API are. */
export const rowTaker = ({ kind, refusals, mapper, store, origin }: RowTaking) => {
  const personIds = personIdsWith(origin.key)
  const rejected = (...rejects: Reject[]): ReadyRow => ({ person: '', take: () => Promise.resolve(rejects) })

  return (row: FileRow): ReadyRow => {
    if ('unreadable' in row) return rejected(rejectUnreadable(row))
    const cells = mapper.cells(row.cells)
    const read = kind.read(cells)
    if (!read.fits) return rejected(...rejectCells(row.line, cells, read.problems, mapper))
    const person = personIds.of(read.document)
    const take = async (): Promise<readonly Reject[]> => {
      const cause = causeOf(origin, person, cells)
      const changing: PersonOfRow['change'] = (codec, decider, thing, command) =>
        change({ store, codec }, decider, { stream: `${thing}-${person}`, cause }, command)
      const handled = await persistently(`Row ${row.line} could not be recorded`, () => read.write({ person, change: changing }))
      return handled.accepted ? [] : [rejectRefused(row.line, handled.refusal, refusals)]
    }
    return { person, take }
  }
}
