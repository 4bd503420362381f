import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { inMemoryEventStore } from '@concord/event-store'
import { serve, type Served } from '@concord/service-kit/testing'
import { HealthModule } from '../health.module.js'

describe('the death certificate over HTTP', () => {
  it('is made out, corrected to another date, withdrawn, and shown', async () => {
    expect((await city.post('health', `${address}/certify`, { diedOn: '2026-03-01', certifiedOn: '2026-03-02' })).status).toBe(200)
    expect((await city.post('health', `${address}/correct`, { on: '2026-03-05', diedOn: '2026-02-28' })).status).toBe(200)
    expect(await shown()).toEqual({ status: 'corrected', diedOn: '2026-02-28', on: '2026-03-05' })
    expect((await city.post('health', `${address}/correct`, { on: '2026-04-01', diedOn: null })).status).toBe(200)
    expect(await shown()).toEqual({ status: 'person-lives', on: '2026-04-01' })
  })

  it('tells why it is refused', async () =>
    expect((await city.post('health', `${address}/correct`, { on: '2026-04-02', diedOn: null })).body).toMatchObject({
      status: 409,
      slug: 'no-death-certificate',
    }))

  it('does not take a forgotten date for a person who lives', async () =>
    expect((await city.post('health', `${address}/correct`, { on: '2026-04-02' })).body).toMatchObject({
      status: 400,
      errors: [{ path: 'diedOn' }],
    }))

  const shown = async (): Promise<unknown> => (await city.get('health', address)).body

  it('is closed to other agencies', async () => expect((await city.get('civil-affairs', address)).status).toBe(403))

  let city: Served
  beforeAll(async () => {
    city = await serve(HealthModule.on(inMemoryEventStore()))
  })
  afterAll(() => city.close())
})

const address = `/health/v1/persons/${'ab'.repeat(16)}/death-certificate`
