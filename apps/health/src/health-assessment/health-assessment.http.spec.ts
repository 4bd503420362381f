import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { inMemoryEventStore } from '@concord/event-store'
import { serve, type Served } from '@concord/service-kit/testing'
import { institutionCodeFrom, type PlainDate, residentNumber } from '@concord/standards'
import { HealthModule } from '../health.module.js'

describe('the health assessment over HTTP', () => {
  it('takes the age from the health record', async () => {
    expect((await city.post('health', `${old}/assess`, assessing)).status).toBe(200)
    expect((await city.post('health', `${young}/assess`, assessing)).body).toMatchObject({ status: 409, slug: 'younger-than-65' })
    expect((await city.post('health', `${unknown}/assess`, assessing)).body).toMatchObject({ status: 409, slug: 'health-record-needed' })
  })

  it('takes visits, and shows how many are still due', async () => {
    expect(await city.post('health', `${old}/visit`, visiting)).toMatchObject({ status: 200, body: { accepted: true } })
    expect(await city.get('health', old)).toEqual({
      status: 200,
      body: [
        {
          assessmentId,
          on: '2026-03-02',
          validUntil: '2027-03-02',
          institution: assessing.institution,
          visits: [{ visitId: visiting.visitId, on: '2026-06-01' }],
          visitsStillDue: 1,
        },
      ],
    })
  })

  it('tells why a visit is refused', async () => {
    const early = { ...visiting, visitId: '7f5cf1de-54f3-4d6a-92a5-0c4ec4a6a002', on: '2026-03-01' }
    expect((await city.post('health', `${old}/visit`, early)).body).toMatchObject({ status: 409, slug: 'visit-before-assessment' })
  })

  it('takes no record numbers that are no UUIDs', async () => {
    const { status, body } = await city.post('health', `${old}/visit`, { ...visiting, visitId: 'visit 3' })
    expect(status).toBe(400)
    expect(body).toMatchObject({ errors: [{ path: 'visitId' }] })
  })

  it('is closed to other agencies', async () => expect((await city.get('healthcare-security', old)).status).toBe(403))

  let city: Served
  let old: string
  let young: string
  beforeAll(async () => {
    city = await serve(HealthModule.on(inMemoryEventStore()))
    old = await addressOf('1940-05-05')
    young = await addressOf('1975-05-05')
  })
  afterAll(() => city.close())

  const addressOf = async (bornOn: string): Promise<string> => {
    const document = residentNumber({ region: '350203', bornOn: bornOn as PlainDate, sequence: 12 })
    const { body } = await city.post('health', '/health/v1/persons', { document, on: '2026-01-05', residenceRegion: '350203' })
    return `/health/v1/persons/${(body as { person: string }).person}/health-assessment`
  }
})

const unknown = `/health/v1/persons/${'ab'.repeat(16)}/health-assessment`
const assessmentId = '7f5cf1de-54f3-4d6a-92a5-0c4ec4a6a000'
const assessing = {
  assessmentId,
  on: '2026-03-02',
  institution: institutionCodeFrom('12350200MB000001'),
  disabled: true,
  livesAtHome: true,
}
const visiting = { assessmentId, visitId: '7f5cf1de-54f3-4d6a-92a5-0c4ec4a6a001', on: '2026-06-01' }
