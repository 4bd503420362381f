import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { inMemoryEventStore } from '@concord/event-store'
import { serve, type Served } from '@concord/service-kit/testing'
import { HealthModule } from '../health.module.js'

describe('the diagnosis flag over HTTP', () => {
  it('is recorded, corrected and shown', async () => {
    expect((await city.post('health', `${address}/record`, diagnosis)).status).toBe(200)
    expect((await city.post('health', `${address}/correct`, { diagnosisId, on: '2026-05-06' })).status).toBe(200)
    expect(await city.get('health', address)).toEqual({
      status: 200,
      body: [{ status: 'corrected', ...diagnosis, correctedOn: '2026-05-06' }],
    })
  })

  it('is not taken for other chapters', async () => {
    const stroke = { ...diagnosis, diagnosisId: '7f5cf1de-54f3-4d6a-92a5-0c4ec4a6a001', code: 'I63' }
    expect((await city.post('health', `${address}/record`, stroke)).body).toMatchObject({
      status: 409,
      slug: 'diagnosis-code-not-reportable',
    })
  })

  it('is not taken before it happened, nor with more than the flag', async () => {
    const { status, body } = await city.post('health', `${address}/record`, { ...diagnosis, on: '2999-01-01', history: 'long' })
    expect(status).toBe(400)
    expect(body).toMatchObject({ errors: expect.arrayContaining([expect.objectContaining({ path: 'on' })]) })
  })

  it('is closed to other agencies', async () => expect((await city.get('civil-affairs', address)).status).toBe(403))

  let city: Served
  beforeAll(async () => {
    city = await serve(HealthModule.on(inMemoryEventStore()))
  })
  afterAll(() => city.close())
})

const address = `/health/v1/persons/${'ab'.repeat(16)}/diagnoses`
const diagnosisId = '7f5cf1de-54f3-4d6a-92a5-0c4ec4a6a000'
const diagnosis = { diagnosisId, code: 'F01', on: '2026-03-02', bySpecialist: true }
