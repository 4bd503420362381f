import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDatabase, transaction, type Database } from '@concord/postgres'
import { CheckpointMoved } from '@concord/published-log'
import { comaBegan, publishedLogContract } from '@concord/published-log/testing'
import { testDatabase, type TestDatabase } from '@concord/testing'
import { postgresPublishedLog } from './postgres-published-log.js'
import { logTable, publishBatch, publishStatement } from './publish.js'
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
        await publishBatch(client, statement, topic, events)
        await client.query('SELECT pg_sleep($1)', [rest / 1000])
      }),
    close: async () => {
      await Promise.all([database.close(), publishers.close()])
      await test.drop()
    },
  }
})

describe('on PostgreSQL', () => {
  let test: TestDatabase
  let database: Database
  beforeAll(async () => {
    test = await testDatabase()
    database = openDatabase(test.url)
  })
  afterAll(async () => {
    await database.close()
    await test.drop()
  })

  it('a published log goes on in order after a dump and restore', async () => {
    const log = await postgresPublishedLog({ database, schema: 'log' })
    await log.publish('health', [comaBegan(1n)])
    await database.pool.query(`UPDATE log.published SET "offset" = "offset" + (1000000000::bigint << 20)`)
    await log.publish('health', [comaBegan(2n)])
    const [page] = await Array.fromAsync(log.subscribe('health', 0n, AbortSignal.timeout(100)))
    expect(page?.map(({ position }) => position)).toEqual([1n, 2n])
  })

  it('a relay’s checkpoint is remembered and moves only from where it is', async () => {
    const open = () => postgresRelayCheckpoint(database, { schema: 'log', context: 'health' })
    const [one, other] = [await open(), await open()]
    const start = await one.load()
    expect(start).toEqual({ position: 0n, published: 0n })
    await one.move(start, { position: 7n, published: 5n })
    await expect(other.move(start, { position: 9n, published: 9n })).rejects.toThrow(CheckpointMoved)
    expect(await (await open()).load()).toEqual({ position: 7n, published: 5n })
  })
})
