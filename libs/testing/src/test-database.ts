import { randomUUID } from 'node:crypto'
import { usePostgres } from '@concord/embedded-postgres'

export interface TestDatabase {
  readonly url: string
  drop(): Promise<void>
}

/** A fresh, empty database on the server of this test run. */
export const testDatabase = async (): Promise<TestDatabase> => {
  const server = process.env['CONCORD_TEST_POSTGRES']
  if (!server)
    throw new Error('This test needs PostgreSQL: run "npm test", which starts one, or set POSTGRES_URL to a server of version 15 or newer')
  const postgres = await usePostgres(server)
  const database = `test_${randomUUID().replaceAll('-', '')}`
  return { url: await postgres.ensureDatabase(database), drop: () => postgres.dropDatabase(database) }
}
