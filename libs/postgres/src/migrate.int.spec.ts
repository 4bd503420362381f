import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { testDatabase, type TestDatabase } from '@concord/testing'
import { type Database, openDatabase } from './database.js'
import { migrate, SchemaFault } from './migrate.js'

const tables = 'CREATE TABLE IF NOT EXISTS lamps (id int PRIMARY KEY);'
const more = `${tables} CREATE TABLE IF NOT EXISTS shades (id int PRIMARY KEY);`

let test: TestDatabase
let owner: Database
/** May use what is there, and change nothing of it. */
let user: Database
const role = `lamp_user_${process.pid}`

beforeAll(async () => {
  test = await testDatabase()
  owner = openDatabase(test.url)
  await owner.pool.query(`CREATE ROLE ${role} LOGIN PASSWORD 'lamps'`)
  user = openDatabase(Object.assign(new URL(test.url), { username: role, password: 'lamps' }).href)
})
afterAll(async () => {
  await user.close()
  await owner.pool.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`)
  await owner.close()
  await test.drop()
})
beforeEach(async () => {
  await owner.pool.query('DROP SCHEMA IF EXISTS lighting CASCADE')
})

const allow = () =>
  owner.pool.query(`GRANT USAGE ON SCHEMA lighting TO ${role}; GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA lighting TO ${role}`)

describe('a schema', () => {
  it('is brought to what is needed, again and again, and by several at once', async () => {
    await Promise.all([1, 2, 3].map(() => migrate(owner.pool, 'lighting', tables)))
    await migrate(owner.pool, 'lighting', more)
    await owner.pool.query('INSERT INTO lighting.shades VALUES (1)')
    await migrate(owner.pool, 'lighting', tables)
    expect((await owner.pool.query('SELECT FROM lighting.shades')).rowCount).toBe(1)
  })

  it('that has all it needs is open to a role that may change nothing', async () => {
    await migrate(owner.pool, 'lighting', tables)
    await allow()
    await migrate(user.pool, 'lighting', tables)
    await user.pool.query('INSERT INTO lighting.lamps VALUES (1)')
  })

  it.each([
    ['is not there', async () => {}],
    ['is closed to it', () => migrate(owner.pool, 'lighting', more)],
    ['lacks what a newer version needs', () => migrate(owner.pool, 'lighting', tables).then(allow)],
  ])('that %s is not changed by such a role, which says what to do', async (_what, prepare) => {
    await prepare()
    const migrating = migrate(user.pool, 'lighting', more)
    await expect(migrating).rejects.toThrow(SchemaFault)
    await expect(migrating).rejects.toThrow("run this version's migration as its owner")
  })

  it('is left as it was by statements that fail, which are carried out the next time', async () => {
    await expect(migrate(owner.pool, 'lighting', `${tables} SELECT 1/0;`)).rejects.toThrow('division by zero')
    await migrate(owner.pool, 'lighting', tables)
    await owner.pool.query('INSERT INTO lighting.lamps VALUES (1)')
  })

  it('has a name that needs no quotes', () => expect(migrate(owner.pool, 'x; DROP', tables)).rejects.toThrow('cannot name a schema'))
})
