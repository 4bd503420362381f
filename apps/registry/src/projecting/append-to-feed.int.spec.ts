import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { transaction } from '@concord/postgres'
import { testDatabase, type TestDatabase } from '@concord/testing'
import { openRegistryTables, type RegistryTables } from '../tables/registry-tables.js'
import { appendToFeed } from './append-to-feed.js'

let test: TestDatabase
let tables: RegistryTables
beforeAll(async () => {
  test = await testDatabase()
  tables = await openRegistryTables(test.url)
})
afterAll(async () => {
  await tables.close()
  await test.drop()
})

it('what is appended to the feed is durable before anybody can read it, in a transaction that need not have been', async () => {
  const { pool } = tables.database
  const durability = await transaction(pool, async (client) => {
    await client.query('SET LOCAL synchronous_commit = off')
    const line = { agency: 'health', person: 'ab'.repeat(16), purpose: 'elder-nursing-subsidy', text: '{}', answer: '{}' } as const
    await appendToFeed(client, { schema: 'registry', at: '2026-03-02T08:00:00.000Z' }, [line])
    return (await client.query<{ synchronous_commit: string }>('SHOW synchronous_commit')).rows[0]?.synchronous_commit
  })
  expect(durability).toBe('on')
  expect((await pool.query('SELECT FROM registry.feed')).rowCount).toBe(1)
})
