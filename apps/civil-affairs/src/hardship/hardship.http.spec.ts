import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { inMemoryEventStore } from '@concord/event-store'
import { serve, type Served } from '@concord/service-kit/testing'
import { CivilAffairsModule } from '../civil-affairs.module.js'

describe('the hardship status over HTTP', () => {
  it('is recognised, withdrawn and shown', async () => {
    expect((await city.post('civil-affairs', `${address}/recognise`, { status: 'low-income', on: '2026-01-01' })).status).toBe(200)
    expect((await city.post('civil-affairs', `${address}/withdraw`, { status: 'low-income', on: '2026-06-01' })).status).toBe(200)
    expect(await city.get('civil-affairs', address)).toEqual({
      status: 200,
      body: [{ status: 'low-income', from: '2026-01-01', withdrawnOn: '2026-06-01' }],
    })
  })

  it('tells why it is refused', async () =>
    expect((await city.post('civil-affairs', `${address}/withdraw`, { status: 'destitute', on: '2026-06-01' })).body).toMatchObject({
      status: 409,
      slug: 'hardship-not-recognised',
    }))

  it('says which field does not fit', async () =>
    expect((await city.post('civil-affairs', `${address}/recognise`, { status: 'poor', on: '2026-01-01' })).body).toMatchObject({
      status: 400,
      errors: [{ path: 'status' }],
    }))

  it('is closed to other agencies', async () => expect((await city.get('health', address)).status).toBe(403))

  let city: Served
  beforeAll(async () => {
    city = await serve(CivilAffairsModule.on(inMemoryEventStore()))
  })
  afterAll(() => city.close())
})

const address = `/civil-affairs/v1/persons/${'ab'.repeat(16)}/hardship`
