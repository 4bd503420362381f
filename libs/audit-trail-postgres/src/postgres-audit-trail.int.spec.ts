import { afterEach, describe, expect, it } from '@jest/globals'
import { type AuditTrail, TrailUnavailable } from '@concord/audit-trail'
import { auditTrailContract } from '@concord/audit-trail/testing'
import { type Database, openDatabase } from '@concord/postgres'
import { testDatabase, type TestDatabase } from '@concord/testing'
import { migrateAuditTrail, postgresAuditTrail } from '@concord/audit-trail-postgres'

const opened: { readonly database: Database; readonly test: TestDatabase }[] = []

const start = async (): Promise<{ trail: AuditTrail; database: Database }> => {
  const test = await testDatabase()
  const database = openDatabase(test.url)
  opened.push({ database, test })
  await migrateAuditTrail(database)
  return { trail: postgresAuditTrail(database), database }
}

afterEach(async () => {
  for (const { database, test } of opened.splice(0)) {
    await database.close()
    await test.drop()
  }
})

auditTrailContract('PostgreSQL', async () => (await start()).trail)

describe('the audit trail on PostgreSQL', () => {
  it('says that it is unavailable when nothing can be written or read', async () => {
    const { trail, database } = await start()
    await database.pool.query('DROP TABLE audit.entries')
    await expect(trail.record([])).rejects.toThrow(TrailUnavailable)
    await expect(trail.find({}, { limit: 1 })).rejects.toThrow(TrailUnavailable)
  })

  it('may be prepared by several processes at once', async () => {
    const { database } = await start()
    await Promise.all(Array.from({ length: 4 }, () => migrateAuditTrail(database)))
  })
})
