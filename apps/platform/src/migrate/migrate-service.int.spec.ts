import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { auditTrailContract } from '@concord/audit-trail/testing'
import { migrateAuditTrail, postgresAuditTrail } from '@concord/audit-trail-postgres'
import { type Database, openDatabase } from '@concord/postgres'
import { postgresRelayCheckpoint } from '@concord/published-log-postgres'
import { contextStore } from '@concord/service-host'
import { testDatabase, type TestDatabase } from '@concord/testing'
import { postgresCheckpoints } from '../importing/postgres-checkpoints.js'
import { type Migrated, migrateService } from './migrate-service.js'

const run = randomUUID().slice(0, 8)
/** Of a service, of another that has no business here, and of whoever owns the store. */
const roles = { service: `service_${run}`, stranger: `stranger_${run}`, owner: `owner_${run}` }
const opened: { readonly test: TestDatabase; readonly databases: Database[] }[] = []
let server: { readonly test: TestDatabase; readonly database: Database }

beforeAll(async () => {
  const test = await testDatabase()
  server = { test, database: openDatabase(test.url, 1) }
  for (const role of Object.values(roles)) await server.database.pool.query(`CREATE ROLE ${role} LOGIN PASSWORD '${run}'`)
})
afterEach(async () => {
  for (const { test, databases } of opened.splice(0)) {
    await Promise.all(databases.map((database) => database.close()))
    await test.drop()
  }
})
afterAll(async () => {
  for (const role of Object.values(roles)) await server.database.pool.query(`DROP ROLE ${role}`)
  await server.database.close()
  await server.test.drop()
})

/** A store that its owner migrated, as its service and as a stranger reach it. */
const migrated = async (name: Migrated) => {
  const test = await testDatabase()
  const as = (username: string) => Object.assign(new URL(test.url), { username, password: run }).href
  const admin = openDatabase(test.url, 1)
  await admin.pool.query(`ALTER DATABASE ${new URL(test.url).pathname.slice(1)} OWNER TO ${roles.owner}`)
  const [service, stranger] = [openDatabase(as(roles.service)), openDatabase(as(roles.stranger))]
  opened.push({ test, databases: [admin, service, stranger] })
  const migrate = () => migrateService(as(roles.owner), name, [roles.service])
  await migrate()
  return { service, stranger, migrate }
}

const event = (commandId: string) => ({
  id: randomUUID(),
  type: 'LampLit',
  data: { lamp: 1 },
  cause: { commandId, by: 'the spec', correlationId: commandId, digest: '' },
})
const denied = 'permission denied'

auditTrailContract('PostgreSQL, for a role that may only add', async () => {
  const { service } = await migrated('audit')
  await migrateAuditTrail(service)
  return postgresAuditTrail(service)
})

describe("a context's store after its migration", () => {
  it('does all that the service needs, for a role that may only add', async () => {
    const { service, migrate } = await migrated('health')
    await Promise.all([migrate(), migrate()])
    const store = await contextStore('health', service, undefined)
    const position = await store.append('lamp-1', 'no-stream', [event('a')])
    expect((await Array.fromAsync(store.read('lamp-1'))).map((recorded) => recorded.position)).toEqual([position])
    for await (const [first] of store.subscribe(0n, AbortSignal.timeout(10_000))) {
      expect(first?.position).toBe(position)
      break
    }
    const checkpoint = await postgresRelayCheckpoint(service, { schema: 'health', context: 'health' })
    await checkpoint.move(0n, position)
    expect(await checkpoint.load()).toBe(position)
    const imports = await postgresCheckpoints(service, 'health')
    const halfway = { rows: 1, rejected: 0, reasons: {}, rejectBytes: 0 }
    for (const rows of [1, 2]) await imports.write('a file', { ...halfway, rows })
    expect(await imports.read('a file')).toEqual({ ...halfway, rows: 2 })
    await imports.forget('a file')
  })

  it.each([
    'UPDATE health.events SET data = $$null$$',
    'DELETE FROM health.events',
    'TRUNCATE health.events',
    'UPDATE health.epoch SET base = 1',
    'DELETE FROM health.event_store_in_use',
    'DELETE FROM health.relay_checkpoint',
    'INSERT INTO health.migrated VALUES ($$x$$)',
    'CREATE TABLE health.other ()',
    'CREATE SCHEMA other',
  ])('lets the service not %s', async (statement) => {
    const { service } = await migrated('health')
    await expect(service.pool.query(statement)).rejects.toThrow(denied)
  })

  it('lets nobody else in', async () => {
    const { stranger } = await migrated('health')
    await expect(stranger.pool.query('SELECT FROM health.events')).rejects.toThrow(denied)
  })
})

describe('the trail after its migration', () => {
  it.each(['UPDATE audit.entries SET outcome = $$$$', 'DELETE FROM audit.entries', 'TRUNCATE audit.entries', 'DROP TABLE audit.entries'])(
    'lets its writers not %s',
    async (statement) => {
      const { service } = await migrated('audit')
      await expect(service.pool.query(statement)).rejects.toThrow(/permission denied|must be owner/)
    },
  )

  it('takes back a right that was given before', async () => {
    const { service, migrate } = await migrated('audit')
    const [{ databases: [admin] } = { databases: [] }] = opened
    await admin?.pool.query(`GRANT DELETE ON audit.entries TO ${roles.service}`)
    await service.pool.query('DELETE FROM audit.entries')
    await migrate()
    await expect(service.pool.query('DELETE FROM audit.entries')).rejects.toThrow(denied)
  })

  it('asks for a role to be made first', async () => {
    const { test } = server
    await expect(migrateService(test.url, 'audit', ['nobody at all'])).rejects.toThrow(
      'The database has no role "nobody at all"; make it first',
    )
  })
})
