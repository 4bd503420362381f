import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { inMemoryEventStore } from '@concord/event-store'
import { serve, type Served } from '@concord/service-kit/testing'
import { institutionCodeFrom } from '@concord/standards'
import { HealthModule } from '../health.module.js'

describe('the hospital stay over HTTP', () => {
  it('begins, ends and is shown', async () => {
    expect((await city.post('health', `${address}/admit`, admission)).status).toBe(200)
    expect(await city.get('health', address)).toEqual({ status: 200, body: { status: 'in-hospital', stay, ended: [] } })
    expect((await city.post('health', `${address}/discharge`, { stayId, on: '2026-03-09' })).status).toBe(200)
    expect(await city.get('health', address)).toEqual({
      status: 200,
      body: { status: 'out-of-hospital', ended: [{ ...stay, until: '2026-03-09' }] },
    })
  })

  it('tells why it is refused', async () =>
    expect((await city.post('health', `${address}/admit`, { ...admission, on: '2026-05-01' })).body).toMatchObject({
      status: 409,
      slug: 'stay-id-used-already',
    }))

  it('says which field does not fit', async () => {
    const wrong = { ...admission, institution: '12350200MB0000010Y' }
    expect((await city.post('health', `${address}/admit`, wrong)).body).toMatchObject({ status: 400, errors: [{ path: 'institution' }] })
  })

  it('is closed to other agencies', async () => expect((await city.get('civil-affairs', address)).status).toBe(403))

  let city: Served
  beforeAll(async () => {
    city = await serve(HealthModule.on(inMemoryEventStore()))
  })
  afterAll(() => city.close())
})

const address = `/health/v1/persons/${'ab'.repeat(16)}/hospital-stay`
const stayId = '7f5cf1de-54f3-4d6a-92a5-0c4ec4a6a000'
const institution = institutionCodeFrom('12350200MB000001')
const admission = { stayId, on: '2026-03-02', institution }
const stay = { stayId, from: '2026-03-02', institution }
