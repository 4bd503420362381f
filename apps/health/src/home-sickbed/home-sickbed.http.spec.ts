import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { inMemoryEventStore } from '@concord/event-store'
import { serve, type Served } from '@concord/service-kit/testing'
import { HealthModule } from '../health.module.js'

describe('the home sickbed over HTTP', () => {
  it('opens, and shows that it is open', async () => {
    expect(await city.post('health', `${address}/open`, opening)).toEqual({
      status: 200,
      body: { accepted: true, position: expect.stringMatching(/^\d+$/) },
    })
    expect(await city.get('health', address)).toEqual({ status: 200, body: { status: 'open', since: '2026-03-02', institution } })
  })

  it('tells a refusal as a problem in both languages', async () => {
    const { status, body } = await city.post('health', `${address}/open`, { ...opening, on: '2026-03-05' })
    expect(status).toBe(409)
    expect(body).toMatchObject({
      type: '/problems/open-already',
      slug: 'open-already',
      title: expect.any(String),
      titleZh: expect.any(String),
    })
  })

  it('says which field does not fit, and records nothing', async () => {
    const { status, body } = await city.post('health', `${address}/close`, { on: '2026-02-30', reason: 'recovered' })
    expect(status).toBe(400)
    expect(body).toMatchObject({ slug: 'invalid-request', errors: [{ path: 'on' }] })
  })

  it('answers a repeated Idempotency-Key as it did before', async () => {
    const key = { 'idempotency-key': 'discharge-1' }
    const closing = { on: '2026-04-01', reason: 'recovered' }
    const first = await city.post('health', `${address}/close`, closing, key)
    expect(await city.post('health', `${address}/close`, closing, key)).toEqual(first)
    expect((await city.post('health', `${address}/close`, { ...closing, on: '2026-04-02' }, key)).status).toBe(422)
  })

  it('is closed to other agencies', async () => expect((await city.get('civil-affairs', address)).status).toBe(403))

  let city: Served
  beforeAll(async () => {
    city = await serve(HealthModule.on(inMemoryEventStore()))
  })
  afterAll(() => city.close())
})

const address = `/health/v1/persons/${'ab'.repeat(16)}/home-sickbed`
const institution = '91350200643272501Y'
const opening = { on: '2026-03-02', institution }
