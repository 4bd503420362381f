import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { inMemoryEventStore } from '@concord/event-store'
import { serve, type Served } from '@concord/service-kit/testing'
import { institutionCodeFrom, type PlainDate, residentNumber } from '@concord/standards'
import { CivilAffairsModule } from '../civil-affairs.module.js'

describe('the ability assessment over HTTP', () => {
  it('is concluded, doubted, reviewed, revoked and shown', async () => {
    const address = await assessmentOf(1)
    expect((await city.post('civil-affairs', `${address}/conclude`, assessment)).status).toBe(200)
    expect((await city.post('civil-affairs', `${address}/request-review`, { assessmentId, on: '2026-03-10' })).status).toBe(200)
    expect((await city.post('civil-affairs', `${address}/conclude`, review)).status).toBe(200)
    expect((await city.post('civil-affairs', `${address}/revoke`, { assessmentId, on: '2026-04-01', reason: 'procedure' })).status).toBe(
      200,
    )
    expect((await city.get('civil-affairs', address)).body).toMatchObject([
      { status: 'revoked', finding: { level: 2, validUntil: '2027-03-02' }, reason: 'procedure' },
      { status: 'standing', finding: { level: 2, replaces: assessmentId, reason: 'review' } },
    ])
  })

  it('raises the level after a diagnosis by a new assessment alone', async () => {
    const address = await assessmentOf(2)
    await city.post('civil-affairs', `${address}/conclude`, assessment)
    await city.post('civil-affairs', `${address}/conclude`, { ...immediate, change: 'new-diagnosis' })
    expect((await city.get('civil-affairs', address)).body).toMatchObject([{ finding: { level: 2 } }, { finding: { level: 3 } }])
  })

  it('takes the age from the file', async () => {
    expect((await city.post('civil-affairs', `${unknown}/conclude`, assessment)).body).toMatchObject({ status: 409, slug: 'file-needed' })
    const young = await assessmentOf(3, '1980-05-05')
    expect((await city.post('civil-affairs', `${young}/conclude`, assessment)).body).toMatchObject({ slug: 'under-sixty' })
  })

  it('says which item does not fit, and records nothing', async () => {
    const { status, body } = await city.post('civil-affairs', `${unknown}/conclude`, { ...assessment, items: [9, ...items.slice(1)] })
    expect(status).toBe(400)
    expect(body).toMatchObject({ errors: [{ path: 'items.0' }] })
  })

  it('is closed to other agencies', async () => expect((await city.get('healthcare-security', unknown)).status).toBe(403))

  let city: Served
  beforeAll(async () => {
    city = await serve(CivilAffairsModule.on(inMemoryEventStore()))
  })
  afterAll(() => city.close())

  const assessmentOf = async (sequence: number, bornOn = '1940-05-05') => {
    const document = residentNumber({ region: '350203', bornOn: bornOn as PlainDate, sequence })
    const file = { document, on: '2026-03-02', householdRegion: '350203', residenceRegion: '350203' }
    const { person } = (await city.post('civil-affairs', '/civil-affairs/v1/persons', file)).body as { person: string }
    return `/civil-affairs/v1/persons/${person}/ability-assessment`
  }
})

const unknown = `/civil-affairs/v1/persons/${'ab'.repeat(16)}/ability-assessment`
const assessmentId = '7f5cf1de-54f3-4d6a-92a5-0c4ec4a6a000'
const second = '7f5cf1de-54f3-4d6a-92a5-0c4ec4a6a001'

/** Needs help with all eight items of self-care: 58 of 90. */
const items = [0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 4, 3, 4, 4, 4, 4, 4, 4, 1, 1, 2, 2, 2, 4, 3, 4]
const assessment = {
  assessmentId,
  on: '2026-03-02',
  reason: 'first',
  items,
  coma: false,
  dementiaOrMentalDisorder: false,
  careRiskEvents30Days: 0,
  institution: institutionCodeFrom('12350200MB000001'),
  assessors: ['A-001', 'A-002'],
  onSite: true,
}
const review = { ...assessment, assessmentId: second, on: '2026-03-20', reason: 'review', assessors: ['B-001', 'B-002'] }
const immediate = { ...assessment, assessmentId: second, on: '2026-03-20', reason: 'immediate', dementiaOrMentalDisorder: true }
