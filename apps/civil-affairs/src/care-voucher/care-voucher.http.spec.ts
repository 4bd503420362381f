import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { inMemoryEventStore } from '@concord/event-store'
import { serve, type Served } from '@concord/service-kit/testing'
import { type PlainDate, residentNumber } from '@concord/standards'
import { CivilAffairsModule } from '../civil-affairs.module.js'

describe('the care voucher over HTTP', () => {
  it('is issued and shown', async () => {
    expect((await city.post('civil-affairs', `${address}/issue`, voucher)).status).toBe(200)
    expect(await city.get('civil-affairs', address)).toEqual({
      status: 200,
      body: [{ voucherId, on: '2026-03-20', month: '2026-03', fen: 80_000, restsOn: findingId }],
    })
  })

  it('tells why it is refused', async () => {
    const another = { ...voucher, voucherId: findingId, month: '2026-02', fen: 80_001 }
    expect((await city.post('civil-affairs', `${address}/issue`, another)).body).toMatchObject({
      status: 409,
      slug: 'voucher-amount-too-high',
    })
  })

  it('says which field does not fit', async () =>
    expect((await city.post('civil-affairs', `${address}/issue`, { ...voucher, month: '2026-13' })).body).toMatchObject({
      status: 400,
      errors: [{ path: 'month' }],
    }))

  it('is closed to other agencies', async () => expect((await city.get('health', address)).status).toBe(403))

  let city: Served
  let address: string
  beforeAll(async () => {
    city = await serve(CivilAffairsModule.on(inMemoryEventStore()))
    const document = residentNumber({ region: '350203', bornOn: '1940-05-05' as PlainDate, sequence: 12 })
    const file = { document, on: '2026-03-02', householdRegion: '350203', residenceRegion: '350203' }
    const { person } = (await city.post('civil-affairs', '/civil-affairs/v1/persons', file)).body as { person: string }
    address = `/civil-affairs/v1/persons/${person}/care-voucher`
  })
  afterAll(() => city.close())
})

const voucherId = '7f5cf1de-54f3-4d6a-92a5-0c4ec4a6a000'
const findingId = '7f5cf1de-54f3-4d6a-92a5-0c4ec4a6a001'
const ability = { from: 'recognition', findingId, as: 'moderate-or-worse' }
const voucher = { voucherId, on: '2026-03-20', month: '2026-03', fen: 80_000, ability }
