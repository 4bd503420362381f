import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { inMemoryEventStore } from '@concord/event-store'
import { serve, type Served } from '@concord/service-kit/testing'
import { HealthModule } from '../health.module.js'

describe('the fall over HTTP', () => {
  it('is reported and shown', async () => {
    expect((await city.post('health', `${address}/report`, fall)).status).toBe(200)
    expect(await city.get('health', address)).toEqual({ status: 200, body: [fall] })
  })

  it('tells why it is refused', async () =>
    expect((await city.post('health', `${address}/report`, { ...fall, on: '2026-03-03' })).body).toMatchObject({
      slug: 'fall-id-used-already',
    }))

  it('says which field does not fit', async () =>
    expect((await city.post('health', `${address}/report`, { on: fall.on })).body).toMatchObject({ errors: [{ path: 'fallId' }] }))

  it('is closed to other agencies', async () => expect((await city.get('civil-affairs', address)).status).toBe(403))

  let city: Served
  beforeAll(async () => {
    city = await serve(HealthModule.on(inMemoryEventStore()))
  })
  afterAll(() => city.close())
})

const address = `/health/v1/persons/${'ab'.repeat(16)}/falls`
const fall = { fallId: '7f5cf1de-54f3-4d6a-92a5-0c4ec4a6a000', on: '2026-03-02' }
