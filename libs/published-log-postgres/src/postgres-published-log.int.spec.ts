import { describe, expect, it } from '@jest/globals'
import { openDatabase, transaction } from '@concord/postgres'
import { CheckpointMoved } from '@concord/published-log'
import { comaBegan, eventsNow, publishedLogContract } from '@concord/published-log/testing'
import { databaseOfSpecs, testDatabase } from '@concord/testing'
import { postgresPublishedLog } from './postgres-published-log.js'
import { entriesOf, logTable, publishBatch, publishStatement } from './publish.js'
import { postgresRelayCheckpoint } from './relay-checkpoint.js'

publishedLogContract('a published log on PostgreSQL', async () => {
  const test = await testDatabase()
  const database = openDatabase(test.url)
  const publishers = openDatabase(test.url)
  const statement = publishStatement(logTable('log'))
  return {
    log: await postgresPublishedLog({ database, schema: 'log' }),
    publishSlowly: (topic, events, rest) =>
      transaction(publishers.pool, async (client) => {
        await publishBatch(client, statement, topic, entriesOf(events, 0n))
        await client.query('SELECT pg_sleep($1)', [rest / 1000])
      }),
    close: async () => {
      await Promise.all([database.close(), publishers.close()])
      await test.drop()
    },
  }
})

describe('on PostgreSQL', () => {
  const database = databaseOfSpecs()

  it('a published log goes on in order after a dump and restore', async () => {
    const log = await postgresPublishedLog({ database: database(), schema: 'log' })
    await log.publish('health', [comaBegan(1n)], 1n)
    await database().pool.query(`UPDATE log.published SET "offset" = "offset" + (1000000000::bigint << 20)`)
    await log.publish('health', [comaBegan(2n)], 2n)
    const events = await eventsNow(log)
    expect(events.map(({ position }) => position)).toEqual([1n, 2n])
  })

  it('a relay’s checkpoint is remembered and moves only from where it is', async () => {
    const open = () => postgresRelayCheckpoint(database(), { schema: 'log', context: 'health' })
    const [one, other] = [await open(), await open()]
    expect(await one.load()).toBe(0n)
    await one.move(0n, 7n)
    await expect(other.move(0n, 9n)).rejects.toThrow(CheckpointMoved)
    expect(await (await open()).load()).toBe(7n)
  })
})
