import { afterEach, describe, expect, it } from '@jest/globals'
import { type AuditTrail, TrailUnavailable, type WrittenGroup } from '@concord/audit-trail'
import { auditEntry, auditTrailContract } from '@concord/audit-trail/testing'
import { type Database, openDatabase } from '@concord/postgres'
import { testDatabase, type TestDatabase } from '@concord/testing'
import { migrateAuditTrail, postgresAuditTrail } from '@concord/audit-trail-postgres'

const opened: { readonly database: Database; readonly test: TestDatabase }[] = []

const start = async (): Promise<{ trail: AuditTrail; database: Database; groups: WrittenGroup[] }> => {
  const test = await testDatabase()
  const database = openDatabase(test.url)
  opened.push({ database, test })
  await migrateAuditTrail(database)
  const groups: WrittenGroup[] = []
  return { trail: postgresAuditTrail(database, (group) => groups.push(group)), database, groups }
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

  it('tells whoever watches of every group, also of one that could not be written', async () => {
    const { trail, database, groups } = await start()
    const entries = Array.from({ length: 5 }, () => auditEntry({}))
    await Promise.all(entries.map((entry) => trail.record([entry])))
    expect(groups.map(({ durable }) => durable)).toEqual([true, true])
    expect(groups.flatMap((group) => group.entries)).toEqual(entries)
    await database.pool.query('DROP TABLE audit.entries')
    await expect(trail.record([auditEntry({})])).rejects.toThrow(TrailUnavailable)
    expect(groups).toMatchObject([{}, {}, { entries: [{}], durable: false }])
    expect(groups.every(({ seconds }) => seconds > 0 && seconds < 60)).toBe(true)
  })

  it('may be prepared by several processes at once', async () => {
    const { database } = await start()
    await Promise.all(Array.from({ length: 4 }, () => migrateAuditTrail(database)))
  })
})
