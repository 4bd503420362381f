import { randomUUID } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { type AuditEntry, type AuditTrail, NotACursor } from '@concord/audit-trail'
import type { PersonId } from '@concord/identity'

/** What every trail must do. */
export const auditTrailContract = (name: string, start: () => Promise<AuditTrail>): void => {
  describe(`the audit trail on ${name}`, () => {
    it('gives back what was recorded, oldest first', async () => {
      const trail = await start()
      const [first, second] = [auditEntry({}), auditEntry({})]
      await trail.record([first])
      await trail.record([second])
      expect(await trail.find({}, { limit: 10 })).toEqual({ entries: [first, second], next: undefined })
    })

    it('records the same entry once, however often it is told', async () => {
      const trail = await start()
      const told = auditEntry({})
      await trail.record([told])
      await trail.record([told])
      expect((await trail.find({}, { limit: 10 })).entries).toEqual([told])
    })

    it('keeps every entry of many writers', async () => {
      const trail = await start()
      const entries = Array.from({ length: 300 }, () => auditEntry({}))
      await Promise.all(entries.map((one) => trail.record([one])))
      const found = await trail.find({}, { limit: 1000 })
      expect(new Set(found.entries.map(({ id }) => id))).toEqual(new Set(entries.map(({ id }) => id)))
    })

    it('finds by kind, person, agency, purpose, outcome and period, alone and together', async () => {
      const trail = await start()
      const wanted = auditEntry({
        kind: 'history',
        person: someone,
        agency: 'health',
        purpose: 'home-health-service',
        outcome: 'not-met',
        at: '2026-03-01T00:00:00.000Z',
      })
      await trail.record([auditEntry({}), wanted, auditEntry({ at: '2026-04-01T00:00:00.000Z' })])
      const period = { from: '2026-03-01T00:00:00.000Z', until: '2026-04-01T00:00:00.000Z' }
      const ways = [
        { kind: 'history' },
        { person: someone },
        { agency: 'health' },
        { purpose: 'home-health-service' },
        { outcome: 'not-met' },
        period,
        { person: someone, ...period },
      ]
      for (const query of ways) expect((await trail.find(query, { limit: 10 })).entries).toEqual([wanted])
      expect((await trail.find({ person: someone, agency: 'civil-affairs' }, { limit: 10 })).entries).toEqual([])
    })

    it('keeps what operators ordered, with their reason, beside what was disclosed', async () => {
      const trail = await start()
      const ordered = auditEntry({
        kind: 'operation',
        agency: 'operations',
        client: 'operator-1',
        purpose: null,
        legalBasis: null,
        fields: [],
        outcome: 'release-parked',
        reason: 'recorded by mistake',
      })
      await trail.record([auditEntry({}), ordered])
      for (const query of [{ kind: 'operation' }, { agency: 'operations' }, { outcome: 'release-parked' }])
        expect((await trail.find(query, { limit: 10 })).entries).toEqual([ordered])
    })

    it('turns pages without losing or repeating an entry, also while others write', async () => {
      const trail = await start()
      const entries = Array.from({ length: 25 }, () => auditEntry({}))
      await trail.record(entries)
      const seen: string[] = []
      let after: string | undefined
      do {
        const page = await trail.find({}, { limit: 10, after })
        seen.push(...page.entries.map(({ id }) => id))
        after = page.next
        if (after !== undefined) await trail.record([auditEntry({ agency: 'audit' })])
      } while (after !== undefined)
      expect(seen.slice(0, 25)).toEqual(entries.map(({ id }) => id))
      expect(new Set(seen).size).toBe(seen.length)
    })

    it('does not take a cursor that it did not give', async () => {
      const trail = await start()
      await expect(trail.find({}, { limit: 10, after: 'elsewhere' })).rejects.toThrow(NotACursor)
    })
  })
}

const someone = '0123456789abcdef0123456789abcdef' as PersonId

/** A made-up entry. */
export const auditEntry = (differing: Partial<AuditEntry>): AuditEntry => ({
  id: randomUUID(),
  at: '2026-02-01T08:00:00.000Z',
  requestId: randomUUID(),
  kind: 'lookup',
  agency: 'civil-affairs',
  client: 'civil-affairs-system',
  person: 'f'.repeat(32) as PersonId,
  purpose: 'elder-nursing-subsidy',
  legalBasis: 'for a test',
  fields: ['outcome', 'until'],
  outcome: 'recognised',
  basis: ['healthcare-security/42'],
  answerDigest: 'a'.repeat(64),
  ...differing,
})
