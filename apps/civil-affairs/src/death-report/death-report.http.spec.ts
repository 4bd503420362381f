import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { inMemoryEventStore } from '@concord/event-store'
import { serve, type Served } from '@concord/service-kit/testing'
import { CivilAffairsModule } from '../civil-affairs.module.js'

describe('the death report over HTTP', () => {
  it('is made, withdrawn, made again and shown', async () => {
    expect((await city.post('civil-affairs', `${address}/report`, { diedOn: '2026-03-01', reportedOn: '2026-03-02' })).status).toBe(200)
    expect((await city.post('civil-affairs', `${address}/withdraw`, { on: '2026-03-05' })).status).toBe(200)
    expect((await city.post('civil-affairs', `${address}/report`, { diedOn: '2026-03-04', reportedOn: '2026-03-06' })).status).toBe(200)
    expect(await city.get('civil-affairs', address)).toEqual({
      status: 200,
      body: { status: 'reported', diedOn: '2026-03-04', reportedOn: '2026-03-06' },
    })
  })

  it('tells why it is refused', async () =>
    expect((await city.post('civil-affairs', `${address}/report`, { diedOn: '2026-03-03', reportedOn: '2026-03-06' })).body).toMatchObject({
      status: 409,
      slug: 'death-reported-already',
    }))

  it('is not made of what has not happened yet', async () =>
    expect((await city.post('civil-affairs', `${address}/report`, { diedOn: '2026-03-03', reportedOn: '2999-01-01' })).body).toMatchObject({
      status: 400,
      errors: [{ path: 'reportedOn' }],
    }))

  it('is closed to other agencies', async () => expect((await city.get('health', address)).status).toBe(403))

  let city: Served
  beforeAll(async () => {
    city = await serve(CivilAffairsModule.on(inMemoryEventStore()))
  })
  afterAll(() => city.close())
})

const address = `/civil-affairs/v1/persons/${'ab'.repeat(16)}/death-report`
