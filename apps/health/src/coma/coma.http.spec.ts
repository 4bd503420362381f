import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { inMemoryEventStore } from '@concord/event-store'
import { serve, type Served } from '@concord/service-kit/testing'
import { HealthModule } from '../health.module.js'

describe('the coma over HTTP', () => {
  it('begins, ends and is shown', async () => {
    expect((await city.post('health', `${address}/begin`, { on: '2026-03-02' })).status).toBe(200)
    expect(await city.get('health', address)).toEqual({ status: 200, body: { status: 'in-coma', since: '2026-03-02' } })
    expect((await city.post('health', `${address}/end`, { on: '2026-03-09' })).status).toBe(200)
    expect(await city.get('health', address)).toEqual({ status: 200, body: { status: 'awake', since: '2026-03-09' } })
  })

  it('tells why it is refused', async () =>
    expect((await city.post('health', `${address}/begin`, { on: '2026-03-08' })).body).toMatchObject({ slug: 'coma-before-last-ended' }))

  it('says which field does not fit', async () =>
    expect((await city.post('health', `${address}/begin`, { on: '2999-01-01' })).body).toMatchObject({ errors: [{ path: 'on' }] }))

  it('is closed to other agencies', async () => expect((await city.get('civil-affairs', address)).status).toBe(403))

  let city: Served
  beforeAll(async () => {
    city = await serve(HealthModule.on(inMemoryEventStore()))
  })
  afterAll(() => city.close())
})

const address = `/health/v1/persons/${'ab'.repeat(16)}/coma`
