import { afterAll, beforeAll } from '@jest/globals'
import { type Database, openDatabase } from '@concord/postgres'
import { testDatabase, type TestDatabase } from './test-database.js'

/** A fresh database for the specs around: opened before the first, gone after the last. */
export const databaseOfSpecs = (): (() => Database) => {
  let test: TestDatabase | undefined
  let database: Database | undefined
  beforeAll(async () => {
    test = await testDatabase()
    database = openDatabase(test.url)
  })
  afterAll(async () => {
    await database?.close()
    await test?.drop()
  })
  return () => {
    if (!database) throw new TypeError('the database is opened before the first spec')
    return database
  }
}
