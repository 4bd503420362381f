import { eventStoreContract } from '@concord/event-store/testing'
import { openDatabase } from '@concord/postgres'
import { testDatabase } from '@concord/testing'
import { appendGroup, appendStatement } from './append.js'
import { postgresEventStore } from './postgres-event-store.js'
import { eventsTable } from './schema.js'

eventStoreContract('an event store on PostgreSQL', async () => {
  const test = await testDatabase()
  const database = openDatabase(test.url)
  const writers = openDatabase(test.url)
  const statement = appendStatement(eventsTable('health'))
  return {
    store: await postgresEventStore({ database, schema: 'health' }),
    appendSlowly: async (stream, expected, events, rest) => {
      const client = await writers.pool.connect()
      try {
        await client.query('BEGIN')
        const [answer] = await appendGroup(client, statement, [{ stream, expected, events }])
        await client.query('SELECT pg_sleep($1)', [rest / 1000])
        await client.query('COMMIT')
        if (typeof answer !== 'bigint') throw answer ?? new Error('no answer')
        return answer
      } finally {
        client.release()
      }
    },
    close: async () => {
      await Promise.all([database.close(), writers.close()])
      await test.drop()
    },
  }
})
