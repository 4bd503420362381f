import { follow, liftAfterRestore, migrate, type Database } from '@concord/postgres'
import { UnknownOffset, type PublishedLog } from '@concord/published-log'
import { logReader } from './read.js'
import { logTable, logTables, publishBatch, publishStatement } from './publish.js'

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
  const { pageOf, isKnown, ahead } = logReader(pool, table)

  return {
    publish: async (topic, events) => {
      if (events.length === 0 || (await publishBatch(pool, publishing, topic, events))) return
      await liftAfterRestore(pool, table)
      if (!(await publishBatch(pool, publishing, topic, events)))
        throw new Error('the published log is being restored; publish again later')
    },

    async *subscribe(topic, after, signal) {
      await liftAfterRestore(pool, table)
      if (after !== 0n && !(await isKnown(topic, after))) throw new UnknownOffset(topic, after)
      const listen = (wake: () => void) => database.listen(table.channel, wake)
      yield* follow({ page: pageOf(topic), placeOf: ({ offset }) => offset, listen, pollMilliseconds }, after, signal)
    },

    ahead,
  }
}
