import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { inMemoryEventStore } from '@concord/event-store'
import { serve, type Served } from '@concord/service-kit/testing'
import { institutionCodeFrom, type PlainDate, residentNumber } from '@concord/standards'
import { CivilAffairsModule } from '../civil-affairs.module.js'

describe('subsidies over HTTP', () => {
  it('are granted and stopped, and shown', async () => {
    const person = await known(1)
    expect((await post(person, 'subsidies/grant', grant(first, nursing))).status).toBe(200)
    expect((await post(person, 'subsidies/stop', { subsidyId: first, on: '2026-09-01', reason: 'own-wish' })).status).toBe(200)
    expect((await city.get('civil-affairs', `${person}/subsidies`)).body).toMatchObject([
      { status: 'stopped', grant: { kind: 'disability-nursing', monthlyFen: 12_100, restsOn: certificateId }, stop: { on: '2026-09-01' } },
    ])
  })

  it('know the hardship status of the day from our own records', async () => {
    const person = await known(2)
    expect((await post(person, 'subsidies/grant', grant(first, living))).body).toMatchObject({ status: 409, slug: 'not-in-hardship' })
    await post(person, 'hardship/recognise', { status: 'low-income', on: '2026-04-02' })
    expect((await post(person, 'subsidies/grant', grant(first, living))).body).toMatchObject({ slug: 'not-in-hardship' })
    expect((await post(person, 'subsidies/grant', { ...grant(first, living), on: '2026-04-02' })).status).toBe(200)
  })

  it('rest on our own assessment while it is in force', async () => {
    const person = await known(3)
    const own = { kind: 'elder-nursing', ability: { from: 'own-assessment', findingId: assessment.assessmentId } }
    expect((await post(person, 'subsidies/grant', grant(first, own))).body).toMatchObject({ slug: 'assessment-not-in-force' })
    await post(person, 'ability-assessment/conclude', assessment)
    expect((await post(person, 'subsidies/grant', grant(first, own))).status).toBe(200)
    expect((await post(person, 'subsidies/grant', { ...grant(second, own), on: '2028-01-01' })).body).toMatchObject({
      slug: 'assessment-not-in-force',
    })
  })

  it("rest on another agency's finding as it is recognised", async () => {
    const person = await known(4)
    const recognised = { kind: 'elder-nursing', ability: { from: 'recognition', findingId: second, as: 'severe-or-worse' } }
    expect((await post(person, 'subsidies/grant', grant(first, recognised))).status).toBe(200)
  })

  it('are not granted to a person whose death is reported, nor to one without a file', async () => {
    const person = await known(5)
    await post(person, 'death-report/report', { diedOn: '2026-03-20', reportedOn: '2026-03-21' })
    expect((await post(person, 'subsidies/grant', grant(first, nursing))).body).toMatchObject({ slug: 'person-deceased' })
    expect((await post(unknown, 'subsidies/grant', grant(first, nursing))).body).toMatchObject({ slug: 'file-needed' })
  })

  it('say which field does not fit', async () => {
    const { status, body } = await post(unknown, 'subsidies/grant', { ...grant(first, nursing), monthlyFen: 0.5 })
    expect(status).toBe(400)
    expect(body).toMatchObject({ errors: [{ path: 'monthlyFen' }] })
  })

  it('are closed to other agencies', async () =>
    expect((await city.get('disabled-persons-federation', `${unknown}/subsidies`)).status).toBe(403))

  let city: Served
  beforeAll(async () => {
    city = await serve(CivilAffairsModule.on(inMemoryEventStore()))
  })
  afterAll(() => city.close())

  const post = (person: string, path: string, body: object) => city.post('civil-affairs', `${person}/${path}`, body)

  const known = async (sequence: number) => {
    const document = residentNumber({ region: '350203', bornOn: '1940-05-05' as PlainDate, sequence })
    const file = { document, on: '2026-03-02', householdRegion: '350203', residenceRegion: '350203' }
    const { person } = (await city.post('civil-affairs', '/civil-affairs/v1/persons', file)).body as { person: string }
    return `/civil-affairs/v1/persons/${person}`
  }
})

const unknown = `/civil-affairs/v1/persons/${'ab'.repeat(16)}`
const first = '7f5cf1de-54f3-4d6a-92a5-0c4ec4a6a000'
const second = '7f5cf1de-54f3-4d6a-92a5-0c4ec4a6a001'
const certificateId = '7f5cf1de-54f3-4d6a-92a5-0c4ec4a6a002'

const certificate = { certificateId, grade: 2, components: [{ category: 4, grade: 2 }] }
const living = { kind: 'disability-living', certificate }
const nursing = { kind: 'disability-nursing', certificate, needsLongTermCare: true }
const grant = (subsidyId: string, claim: object) => ({ subsidyId, on: '2026-04-01', monthlyFen: 12_100, claim })

/** In a coma: level 4. */
const assessment = {
  assessmentId: second,
  on: '2026-03-02',
  reason: 'first',
  items: [0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 4, 3, 4, 4, 4, 4, 4, 4, 1, 1, 2, 2, 2, 4, 3, 4],
  coma: true,
  dementiaOrMentalDisorder: false,
  careRiskEvents30Days: 0,
  institution: institutionCodeFrom('12350200MB000001'),
  assessors: ['A-001', 'A-002'],
  onSite: true,
}
