import { setTimeout as rest } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { AUDIT_TRAIL, type AuditTrail, TrailUnavailable } from '@concord/audit-trail'
import { inMemoryAuditTrail } from '@concord/audit-trail/testing'
import type { PublishedEvent } from '@concord/contracts'
import { transaction } from '@concord/postgres'
import { defaultAgreement } from '@concord/recognition'
import { serve, type Served } from '@concord/service-kit/testing'
import { plainDate } from '@concord/standards'
import { testDatabase, type TestDatabase } from '@concord/testing'
import { applyEvents } from './projecting/apply-events.js'
import { sweep } from './projecting/sweep.js'
import { RegistryModule } from './registry.module.js'
import { openRegistryTables, type RegistryTables } from './tables/registry-tables.js'

describe('the registry', () => {
  it('recognises a severe LTCI grade for the elder nursing subsidy, and says on what it rests', async () => {
    await publish(enrolled, concluded)
    const { status, body } = await city.post('civil-affairs', '/registry/v1/lookups', question)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      person,
      decision: { outcome: 'recognised', acceptedAs: { code: 'severe-or-worse' }, until: '2027-02-28' },
      explanation: { en: expect.stringContaining('Recognised') },
    })
  })

  it('answers a batch in the order of its questions', async () => {
    await publish(enrolled, concluded)
    const { body } = await city.post('civil-affairs', '/registry/v1/lookups:batch', {
      lookups: [question, { ...question, person: stranger }],
    })
    expect(body).toMatchObject({
      answers: [
        { person, decision: { outcome: 'recognised' } },
        { person: stranger, decision: { outcome: 'unknown' } },
      ],
    })
  })

  it('answers for an agency’s own purposes only', async () => {
    expect(await city.post('health', '/registry/v1/lookups', question)).toMatchObject({ status: 403, body: { slug: 'not-your-purpose' } })
    expect(await city.post('health', '/registry/v1/lookups', { ...question, purpose: 'curiosity' })).toMatchObject({
      status: 400,
      body: { slug: 'unknown-purpose' },
    })
  })

  it('tells subscribers each change once, numbered without holes, and only the owner of the purpose', async () => {
    await publish(enrolled, concluded)
    await publish(enrolled, concluded)
    await publish(revoked)
    const { body } = await city.get('civil-affairs', '/registry/v1/events?after=0')
    const { events } = body as { events: { number: number; purpose: string; decision: { outcome: string } }[] }
    expect(events.map(({ number }) => number)).toEqual(events.map((_, place) => place + 1))
    const subsidy = events.filter(({ purpose }) => purpose === 'elder-nursing-subsidy')
    expect(subsidy.map(({ decision }) => decision.outcome)).toEqual(['recognised', 'withdrawn'])
    expect((await city.get('disabled-persons-federation', '/registry/v1/events?after=0')).body).not.toMatchObject({
      events: [{ purpose: 'elder-nursing-subsidy' }],
    })
  })

  it('does not tell a subscriber that something changed which its purpose may not see', async () => {
    await publish(assessed(1n, assessmentId))
    await publish(assessed(2n, otherAssessmentId, assessmentId))
    const told = async (agency: 'civil-affairs' | 'healthcare-security', about: string) => {
      const { body } = await city.get(agency, '/registry/v1/events?after=0')
      return (body as { events: { purpose: string }[] }).events.filter(({ purpose }) => purpose === about)
    }
    expect(await told('civil-affairs', 'elder-nursing-subsidy')).toHaveLength(2)
    expect(await told('healthcare-security', 'ltci-application-invite')).toHaveLength(1)
  })

  it('lets a subscriber wait for what comes next, and records when it was told', async () => {
    const waiting = city.get('civil-affairs', '/registry/v1/events?after=0&wait=20s')
    await rest(50)
    const before = new Date().toISOString()
    await publish(enrolled, concluded)
    expect(await waiting).toMatchObject({ status: 200, body: { events: expect.arrayContaining([expect.objectContaining({ number: 1 })]) } })
    const { entries } = await trail.find({ kind: 'feed' }, { limit: 1 })
    expect(entries.map(({ at }) => at >= before)).toEqual([true])
  })

  it('tells the history of a decision with what changed it', async () => {
    await publish(enrolled, concluded, revoked)
    const { body } = await city.get('civil-affairs', `/registry/v1/persons/${person}/history?purpose=elder-nursing-subsidy`)
    const { history } = body as { history: { decision: { outcome: string }; because: unknown[] }[] }
    expect(history.map(({ decision }) => decision.outcome)).toEqual(['provisional', 'recognised', 'withdrawn'])
  })

  it('tells what a date changes, day by day', async () => {
    await publish(enrolled, concluded)
    await sweep(tables, plainDate.parse('2027-02-28'), decidingOn)
    await sweep(tables, plainDate.parse('2027-03-02'), decidingOn)
    const { body } = await city.get('civil-affairs', '/registry/v1/events?after=0')
    const { events } = body as { events: { purpose: string; decision: { outcome: string } }[] }
    expect(events.filter(({ purpose }) => purpose === 'elder-nursing-subsidy').map(({ decision }) => decision.outcome)).toEqual([
      'recognised',
      'expired',
    ])
  })

  it('comes to an end with the days though a purpose of earlier decisions is gone from the agreements', async () => {
    await publish(enrolled, concluded)
    await tables.database.pool.query(`UPDATE registry.decisions SET purpose = 'an-earlier-purpose' WHERE purpose = 'elder-nursing-subsidy'`)
    await sweep(tables, plainDate.parse('2027-02-28'), decidingOn)
    await sweep(tables, plainDate.parse('2027-03-02'), decidingOn)
    expect((await tables.database.pool.query('SELECT until::text FROM registry.swept')).rows).toEqual([{ until: '2027-03-02' }])
  })

  it('writes down every disclosure before it answers, and answers nothing when it cannot', async () => {
    await publish(enrolled, concluded)
    const { body } = await city.post('civil-affairs', '/registry/v1/lookups', question)
    const { disclosure } = body as { disclosure: string }
    expect((await trail.find({ person }, { limit: 10 })).entries).toMatchObject([
      { id: disclosure, agency: 'civil-affairs', outcome: 'recognised' },
    ])
    broken = true
    for (const answer of [
      await city.post('civil-affairs', '/registry/v1/lookups', question),
      await city.get('civil-affairs', '/registry/v1/events'),
    ])
      expect(answer).toMatchObject({ status: 503, body: { slug: 'trail-unavailable' } })
  })

  let database: TestDatabase
  let tables: RegistryTables
  let city: Served
  let trail: AuditTrail
  let broken = false

  const record: AuditTrail['record'] = (entries) =>
    broken ? Promise.reject(new TrailUnavailable('broken for a test')) : trail.record(entries)
  const publish = (...events: readonly PublishedEvent[]): Promise<void> =>
    transaction(tables.database.pool, (client) => applyEvents(client, decidingOn(plainDate.parse('2026-03-01')), events))

  beforeAll(async () => {
    database = await testDatabase()
    tables = await openRegistryTables(database.url)
    const audit = { provide: AUDIT_TRAIL, useValue: { record, find: (...asked: Parameters<AuditTrail['find']>) => trail.find(...asked) } }
    const registry = RegistryModule.on(tables, [defaultAgreement], async () => true)
    city = await serve({ module: class Trail {}, global: true, providers: [audit], exports: [AUDIT_TRAIL] }, registry)
  })
  beforeEach(async () => {
    broken = false
    trail = inMemoryAuditTrail()
    await tables.database.pool.query('TRUNCATE registry.facts, registry.decisions, registry.feed, registry.feed_heads, registry.swept')
  })
  afterAll(async () => {
    await city.close()
    await tables.close()
    await database.drop()
  })
})

const decidingOn = (on: ReturnType<typeof plainDate.parse>) => ({
  schema: 'registry',
  feed: 'registry',
  agreements: [defaultAgreement],
  on,
  at: '2026-03-01T02:00:00.000Z',
})
const person = 'ab'.repeat(16)
const stranger = 'cd'.repeat(16)
const question = { person, purpose: 'elder-nursing-subsidy', asOf: '2026-06-01' }
const assessmentId = '7f7c1f0e-96b0-4bb5-8a35-0a4b7ac1d001'

const said = (position: bigint, type: string, data: object): PublishedEvent =>
  ({
    context: 'healthcare-security',
    id: `7f7c1f0e-96b0-4bb5-8a35-0a4b7ac1e${position.toString().padStart(3, '0')}`,
    person,
    position,
    recordedAt: `2026-0${position}-01T01:00:00.000Z`,
    correlationId: 'spec',
    type,
    data,
  }) as PublishedEvent

const enrolled = said(1n, 'LtcInsuranceEnrolled', {
  on: '2020-01-01',
  bornOn: '1944-05-06',
  insuredRegion: '350203',
  insurance: 'resident',
})
const concluded = said(2n, 'LtcGradeConcluded', {
  assessmentId,
  standard: 'ltci-2021',
  grade: 4,
  adl: 20,
  cognition: 3,
  perception: 8,
  items: [0, 5, 0, 5, 5, 0, 5, 0, 0, 0, 1, 1, 1, 0, 3, 3, 2],
  determinedOn: '2026-02-01',
  institution: '91350200643272501Y',
  assessors: ['A-1', 'E-1', 'E-2'],
  effectiveFrom: '2026-03-01',
  validUntil: '2027-02-28',
})
const revoked = said(3n, 'LtcConclusionRevoked', { assessmentId, on: '2026-03-20', reason: 'fraud' })

const otherAssessmentId = '7f7c1f0e-96b0-4bb5-8a35-0a4b7ac1d002'

/** One after the other of the same day and level: only what the decision rests on differs. */
const assessed = (position: bigint, id: string, replaces?: string): PublishedEvent =>
  ({
    ...said(position, 'ElderAbilityAssessed', {
      assessmentId: id,
      standard: 'gbt-42195-2022',
      reason: 'first',
      items: [1, 4, 3, 2, 2, 3, 4, 4, 3, 2, 2, 3, 1, 4, 2, 1, 4, 3, 1, 1, 2, 2, 2, 4, 3, 2],
      total: 65,
      preliminary: 3,
      level: 3,
      adjustments: [],
      determinedOn: '2026-02-01',
      institution: '91350200643272501Y',
      assessors: ['A-1', 'A-2'],
      effectiveFrom: '2026-02-01',
      validUntil: '2027-02-01',
      ...(replaces === undefined ? {} : { replaces }),
    }),
    context: 'civil-affairs',
  }) as PublishedEvent
