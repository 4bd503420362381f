import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { AUDIT_TRAIL, type AuditEntry, type AuditTrail } from '@concord/audit-trail'
import { inMemoryAuditTrail } from '@concord/audit-trail/testing'
import type { PersonId } from '@concord/identity'
import { serve, type Served } from '@concord/service-kit/testing'
import { AuditModule } from '../audit.module.js'

describe('the auditor', () => {
  it('finds the disclosures about one person, page by page', async () => {
    const first = await city.get('audit', `/audit/v1/entries?kind=lookup&person=${someone}&limit=2`)
    expect(first).toMatchObject({ status: 200, body: { entries: [{ person: someone }, { person: someone }], next: expect.any(String) } })
    const { next } = first.body as { next: string }
    const rest = await city.get('audit', `/audit/v1/entries?kind=lookup&person=${someone}&limit=2&after=${next}`)
    expect(rest).toMatchObject({ status: 200, body: { entries: [{ person: someone }] } })
  })

  it('leaves a trail too', async () => {
    await city.get('audit', '/audit/v1/entries?agency=health')
    const { entries } = await trail.find({ agency: 'audit' }, { limit: 1000 })
    expect(entries.at(-1)).toMatchObject({ kind: 'trail-query', client: 'audit-system' })
  })

  it('is told when a cursor is not one', async () =>
    expect(await city.get('audit', '/audit/v1/entries?after=yesterday')).toMatchObject({ status: 400, body: { slug: 'not-a-cursor' } }))

  it('is the only one who may look', async () => expect((await city.get('health', '/audit/v1/entries')).status).toBe(403))

  const trail: AuditTrail = inMemoryAuditTrail()
  let city: Served
  beforeAll(async () => {
    await trail.record([seen(someone), seen('f'.repeat(32)), seen(someone), seen(someone)])
    city = await serve({
      module: class {},
      imports: [AuditModule],
      global: true,
      providers: [{ provide: AUDIT_TRAIL, useValue: trail }],
      exports: [AUDIT_TRAIL],
    })
  })
  afterAll(() => city.close())
})

const someone = '0123456789abcdef0123456789abcdef'

const seen = (person: string): AuditEntry => ({
  id: randomUUID(),
  at: '2026-02-01T08:00:00.000Z',
  requestId: randomUUID(),
  kind: 'lookup',
  agency: 'health',
  client: 'health-system',
  person: person as PersonId,
  purpose: 'home-health-service',
  legalBasis: 'for a test',
  fields: ['outcome'],
  outcome: 'recognised',
  basis: [],
  answerDigest: 'a'.repeat(64),
})
