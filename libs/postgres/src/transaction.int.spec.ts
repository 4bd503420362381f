import { describe, expect, it } from '@jest/globals'
import { databaseOfSpecs } from '@concord/testing'
import { transaction } from './transaction.js'

describe('a transaction whose connection is lost between two statements', () => {
  it('fails alone, and stores nothing', async () => {
    await database().pool.query('CREATE TABLE facts (fact text)')
    const cut = transaction(database().pool, async (client) => {
      await client.query(`INSERT INTO facts VALUES ('half')`)
      const lost = new Promise((resolve) => client.once('end', resolve))
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
      await database().pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
      await lost
      await client.query(`INSERT INTO facts VALUES ('whole')`)
    })
    await expect(cut).rejects.toThrow()
    expect((await database().pool.query('SELECT FROM facts')).rowCount).toBe(0)
  })

  const database = databaseOfSpecs()
})
