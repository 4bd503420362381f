import { randomUUID } from 'node:crypto'
import { usePostgres } from '@concord/embedded-postgres'
import { ofThisRun } from './test-run.js'

export interface TestDatabase {
  readonly url: string
  drop(): Promise<void>
}

/** A fresh, empty database on the server of this test run. */
export const testDatabase = async (): Promise<TestDatabase> => {
  const postgres = await usePostgres(ofThisRun('CONCORD_TEST_POSTGRES'))
  const database = `test_${randomUUID().replaceAll('-', '')}`
  return { url: await postgres.ensureDatabase(database), drop: () => postgres.dropDatabase(database) }
}
