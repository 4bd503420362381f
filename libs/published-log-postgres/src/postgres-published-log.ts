import { decodePublished } from '@concord/contracts'
import { follow, liftAfterRestore, migrate, type Database } from '@concord/postgres'
import { followPlaces, type LogPage, type Offset, type Place, type PublishedLog, type Topic, UnknownOffset } from '@concord/published-log'
import { logReader, offsetOf, pageOf } from './read.js'
import { entriesOf, logTable, logTables, publishBatch, publishStatement } from './publish.js'

export interface PostgresPublishedLogSettings {
  readonly database: Database
  /** Small letters, digits and underscores. */
  readonly schema: string
  /** The longest rest of an idle consumer between two looks; hints wake it sooner. */
  readonly pollMilliseconds?: number
}

/** The published log in a schema of its own, made when it is not there yet. */
export const postgresPublishedLog = async ({
  database,
  schema,
  pollMilliseconds = 100,
}: PostgresPublishedLogSettings): Promise<PublishedLog> => {
  const { pool } = database
  const table = logTable(schema)
  await migrate(pool, schema, logTables)
  await liftAfterRestore(pool, table)
  const publishing = publishStatement(table)
  const { entriesOf: stored, isKnown, ahead } = logReader(pool, table)
  const listen = (wake: () => void) => database.listen(table.channel, wake)

  async function* pagesOf(place: Place, after: Offset, signal: AbortSignal): AsyncGenerator<LogPage> {
    await liftAfterRestore(pool, table)
    if (after !== 0n && !(await isKnown(place.topic, after))) throw new UnknownOffset(place, after)
    for await (const rows of follow({ page: stored(place.topic), placeOf: offsetOf, listen, pollMilliseconds }, after, signal)) {
      const page = pageOf(place, after, rows)
      yield page
      after = page.offset
    }
  }

  return {
    publish: async (topic, events, sourceRead) => {
      const entries = entriesOf(events, sourceRead)
      if (entries.length === 0 || (await publishBatch(pool, publishing, topic, entries))) return
      await liftAfterRestore(pool, table)
      if (!(await publishBatch(pool, publishing, topic, entries)))
        throw new Error('the published log is being restored; publish again later')
    },
    follow: (topics, follower, signal) => followPlaces(pagesOf, placesOf(topics), follower, signal),
    read: async (_topic, { body }) => decodePublished(body),
    places: (topics) => Promise.resolve(placesOf(topics)),
    placeOf: (topic) => Promise.resolve({ topic, partition: 0 }),
    ahead,
  }
}

/** One server holds all of a topic: nothing is split. */
const placesOf = (topics: readonly Topic[]): readonly Place[] => topics.map((topic) => ({ topic, partition: 0 }))
