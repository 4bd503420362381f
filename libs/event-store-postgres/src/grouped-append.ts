import pg from 'pg'
import type { ExpectedRevision, NewEvent, Position, StreamName } from '@concord/event-store'
import { coalesce, liftAfterRestore, type Database, type OrderedTable } from '@concord/postgres'
import { appendOne, appendOneStatement } from './append-one.js'
import { appendGroup, appendStatement, RestoredStore, type Append } from './append.js'

/** While one group waits for the disk the next is written. */
const lanes = 2
const appendsInGroup = 500
/** Keeps a group below the 2^20 rows that a transaction has places for. */
const eventsInAppend = 2_000
const attempts = 5

/** Appends that come at the same moment leave as one statement and one commit. */
export const groupedAppend = ({ pool }: Database, table: OrderedTable) => {
  const ofGroup = appendStatement(table)
  const ofOne = appendOneStatement(table)
  const hintIsDue = pacedHints()

  const write = async (group: readonly Append[]): Promise<(Position | Error)[]> => {
    const [append, ...others] = group
    const position = append && others.length === 0 ? await appendOne(pool, ofOne, append, hintIsDue()) : undefined
    return position === undefined ? appendGroup(pool, ofGroup, group, hintIsDue()) : [position]
  }
  const send = async (group: readonly Append[], attempt = 1): Promise<(Position | Error)[]> => {
    try {
      return await write(group)
    } catch (error) {
      if (error instanceof RestoredStore) await liftAfterRestore(pool, table)
      else if (!isRace(error)) return group.length === 1 ? [asError(error)] : alone(group)
      return attempt < attempts ? send(group, attempt + 1) : [asError(error)]
    }
  }
  // Someone's append cannot be written at all: the others must not suffer for it.
  const alone = async (group: readonly Append[]): Promise<(Position | Error)[]> =>
    (await Promise.all(group.map((append) => send([append])))).flat()

  const append = coalesce<Append, Position>({ lanes, most: appendsInGroup, send, keyOf: ({ stream }) => stream })

  return async (stream: StreamName, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Position> => {
    if (events.length === 0 || events.length > eventsInAppend) {
      throw new RangeError(`an append holds 1 to ${eventsInAppend} events, not ${events.length}`)
    }
    return append({ stream, expected, events })
  }
}

/**
 * A notification costs a lone append a tenth of its time. A subscriber that was hinted looks again after 2, 4, 8 … milliseconds, so
 * that an append which follows so soon needs none of its own.
 */
const pacedHints = () => {
  let last = -Infinity
  return (): boolean => {
    const now = performance.now()
    if (now - last < restBetweenHints) return false
    last = now
    return true
  }
}
const restBetweenHints = 5

/** Another process wrote to one of the streams at the same moment: a new look finds out to which. */
const isRace = (error: unknown): boolean => error instanceof pg.DatabaseError && (error.code === uniqueViolation || error.code === deadlock)
const uniqueViolation = '23505'
const deadlock = '40P01'

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))
