import { createHash } from 'node:crypto'
import { afterAll, describe, expect, it } from '@jest/globals'
import type { AuditEntry } from '@concord/audit-trail'
import { monthsAgo, today } from '../city/calendar.js'
import { journeysInOneCity } from '../city/journeys-in-one-city.js'
import { type FeedEvent, purposes, type Told } from '../city/registry.js'
import type { Resident } from '../city/resident.js'

const { city, someoneAged, healthcareSecurity, civilAffairs, registry, auditor } = journeysInOneCity()

describe('an auditor (审计)', () => {
  it('finds exactly what was disclosed about one person: who asked, for what, which fields, with which answer', async () => {
    const [widower, neighbour] = [await someoneAged(81), await someoneAged(67)]
    const expected: Seen[] = []
    for (const resident of [widower, neighbour]) {
      await civilAffairs.opensFile(resident, monthsAgo(20))
      await healthcareSecurity.enrols(resident, monthsAgo(40))
      await healthcareSecurity.gradesSevere(resident, monthsAgo(6))
    }

    for (const purpose of ['elder-nursing-subsidy', 'ltci-application-invite', 'home-health-service', 'certificate-fast-track']) {
      await registry.tells(neighbour, purpose)
      const told = await registry.tells(widower, purpose)
      expected.push({ ...seen('lookup', purpose, told.decision, told), id: told.disclosure })
    }
    expect(await registry.answers('health', widower, 'elder-nursing-subsidy')).toMatchObject({ status: 403 })
    await civilAffairs.showsSubsidies(widower)

    const pairs = [neighbour, widower].map(({ person }) => ({ person, purpose: 'care-home-admission', asOf: today }))
    const { body } = await city().post('civil-affairs', '/registry/v1/lookups:batch', { lookups: pairs })
    const [, aboutWidower] = (body as { answers: { decision: Told }[] }).answers
    expected.push(seen('lookup', 'care-home-admission', aboutWidower?.decision, aboutWidower))

    await registry.history(neighbour, 'elder-nursing-subsidy')
    const history = await registry.history(widower, 'elder-nursing-subsidy')
    expected.push(seen('history', 'elder-nursing-subsidy', history.at(-1)?.decision, { history }))

    const page = await registry.feed('civil-affairs')
    expect(new Set(page.map(({ person }) => person))).toEqual(new Set([widower.person, neighbour.person]))
    expected.push(...page.filter(isAbout(widower)).map((event) => seen('feed', event.purpose, event.decision, event)))

    const found = await auditor.finds(widower)
    expect(found).toMatchObject(expected)
    expect(found).toHaveLength(expected.length)
    expect(found.every(({ person }) => person === widower.person)).toBe(true)
  })

  it('finds by agency, purpose, outcome and period, each alone', async () => {
    const potter = await someoneAged(74)
    await healthcareSecurity.enrols(potter, monthsAgo(40))
    const before = new Date().toISOString()
    await registry.decides(potter, 'elder-nursing-subsidy')
    await healthcareSecurity.gradesSevere(potter, monthsAgo(6))
    const between = new Date().toISOString()
    await registry.decides(potter, 'elder-nursing-subsidy')
    await registry.decides(potter, 'home-health-service')

    const outcomes = async (asked: string) => (await auditor.finds(potter, asked)).map(({ outcome }) => outcome)
    expect(await outcomes('&kind=lookup')).toEqual(['unknown', 'recognised', 'recognised'])
    expect(await outcomes('&kind=lookup&agency=civil-affairs')).toEqual(['unknown', 'recognised'])
    expect(await outcomes('&purpose=home-health-service')).toEqual(['recognised'])
    expect(await outcomes('&outcome=unknown')).toEqual(['unknown'])
    expect(await outcomes(`&kind=lookup&from=${before}`)).toHaveLength(3)
    expect(await outcomes(`&kind=lookup&from=${between}`)).toEqual(['recognised', 'recognised'])
  })

  it('is seen by the next auditor', async () => {
    const beekeeper = await someoneAged(69)
    expect(await auditor.finds(beekeeper)).toEqual([])
    expect(await auditor.finds(beekeeper)).toMatchObject([{ kind: 'trail-query', agency: 'audit', person: beekeeper.person }])
  })
})

describe('a trail out of reach (审计中断)', () => {
  it('stops lookups, histories and the feed, and lets them go on afterwards', async () => {
    const ferryman = await someoneAged(78)
    await healthcareSecurity.enrols(ferryman, monthsAgo(40))
    await healthcareSecurity.gradesSevere(ferryman, monthsAgo(6))
    const before = await registry.decides(ferryman, 'elder-nursing-subsidy')

    await sql('ALTER TABLE audit.entries RENAME TO entries_out_of_reach')
    const { person } = ferryman
    const lookup = { person, purpose: 'elder-nursing-subsidy' }
    const stopped = await Promise.all([
      city().post('civil-affairs', '/registry/v1/lookups', lookup),
      city().post('civil-affairs', '/registry/v1/lookups:batch', { lookups: [lookup, lookup] }),
      city().get('civil-affairs', `/registry/v1/persons/${person}/history?purpose=elder-nursing-subsidy`),
      city().get('civil-affairs', '/registry/v1/events?after=0'),
      auditor.looks(`person=${person}`),
    ])
    for (const { status, body } of stopped) {
      expect({ status, body }).toMatchObject({ status: 503, body: { slug: 'trail-unavailable' } })
      expect(JSON.stringify(body)).not.toContain('recognised')
    }
    await civilAffairs.opensFile(ferryman, monthsAgo(20))

    await sql('ALTER TABLE audit.entries_out_of_reach RENAME TO entries')
    expect(await registry.decides(ferryman, 'elder-nursing-subsidy')).toEqual(before)
    expect((await registry.feed('civil-affairs', ferryman)).length).toBeGreaterThan(0)
    expect(await auditor.finds(ferryman, '&kind=lookup')).toHaveLength(2)
  })

  const sql = (statement: string) => city().city.database.pool.query(statement)
  afterAll(() => sql('ALTER TABLE IF EXISTS audit.entries_out_of_reach RENAME TO entries'))
})

type Seen = Partial<AuditEntry>

/** What the trail must hold of an answer; the digest proves which answer it was. */
const seen = (kind: AuditEntry['kind'], code: string, decision: Told | undefined, answer: unknown): Seen => {
  const purpose = purposes.find((one) => one.code === code)
  if (!purpose || !decision?.outcome) throw new Error(`nothing was told for ${code}`)
  const { owner, fields, legalBasis } = purpose
  return {
    kind,
    agency: owner,
    client: `${owner}-system`,
    purpose: code,
    legalBasis,
    fields: [...fields],
    outcome: decision.outcome,
    ...(decision.basis && { basis: sourcesOf(decision.basis) }),
    answerDigest: createHash('sha256').update(JSON.stringify(answer)).digest('hex'),
  }
}

const sourcesOf = ({ findings, circumstances }: NonNullable<Told['basis']>): string[] =>
  [...findings.flatMap(({ sources }) => sources), ...circumstances].map(({ context, position }) => `${context}/${position}`)

const isAbout =
  ({ person }: Resident) =>
  (event: FeedEvent): boolean =>
    event.person === person
