import { UnknownPosition, type EventStore, type RecordedEvent, type StreamName } from '@concord/event-store'
import { coalesce, follow, liftAfterRestore, migrate, type Database } from '@concord/postgres'
import { groupedAppend } from './grouped-append.js'
import { recordedColumns, toRecorded, type Row } from './recorded.js'
import { eventsTable, eventTables } from './schema.js'

export interface PostgresEventStoreSettings {
  readonly database: Database
  /** One a context: small letters, digits and underscores. */
  readonly schema: string
  /** The longest rest of an idle subscriber between two looks; hints wake it sooner. */
  readonly pollMilliseconds?: number
}

const readsInGroup = 500
const eventsInPage = 1_000

/** The event store of one context in a schema of its own, made when it is not there yet. */
export const postgresEventStore = async ({ database, schema, pollMilliseconds = 100 }: PostgresEventStoreSettings): Promise<EventStore> => {
  const { pool } = database
  const table = eventsTable(schema)
  await migrate(pool, schema, eventTables)
  await liftAfterRestore(pool, table)

  const select = `SELECT ${recordedColumns} FROM ${table.name}`
  const rows = async (name: string, text: string, values: readonly unknown[]): Promise<RecordedEvent[]> =>
    (await pool.query<Row>({ name: `${name} of ${schema}`, text, values: [...values], rowMode: 'array' })).rows.map(toRecorded)

  const readStream = coalesce<StreamName, RecordedEvent[]>({
    lanes: 4,
    most: readsInGroup,
    send: async (streams) => {
      const events = await rows('read', `${select} WHERE stream = ANY($1) ORDER BY stream, revision`, [[...new Set(streams)]])
      const byStream = Map.groupBy(events, ({ stream }) => stream)
      return streams.map((stream) => byStream.get(stream) ?? [])
    },
  })
  const page = (after: bigint): Promise<RecordedEvent[]> =>
    rows('page', `${select} WHERE position > $1 AND position < ${table.horizon} ORDER BY position LIMIT ${eventsInPage}`, [after])

  return {
    async *read(stream) {
      yield* await readStream(stream)
    },
    append: groupedAppend(database, table),
    async *subscribe(after, signal) {
      await liftAfterRestore(pool, table)
      if (after !== 0n && (await rows('event', `${select} WHERE position = $1`, [after])).length === 0) throw new UnknownPosition(after)
      const listen = (wake: () => void) => database.listen(table.channel, wake)
      yield* follow({ page, placeOf: ({ position }) => position, listen, pollMilliseconds }, after, signal)
    },
  }
}
