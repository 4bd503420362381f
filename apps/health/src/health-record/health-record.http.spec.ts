import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { inMemoryEventStore } from '@concord/event-store'
import { serve, type Served } from '@concord/service-kit/testing'
import { type PlainDate, residentNumber } from '@concord/standards'
import { HealthModule } from '../health.module.js'

describe('the health record over HTTP', () => {
  it('is opened with the identity document, and answers under which id the person is known from then on', async () => {
    const { status, body } = await city.post('health', '/health/v1/persons', { ...opening, document })
    expect(status).toBe(200)
    expect(body).toEqual({ accepted: true, position: expect.stringMatching(/^\d+$/), person: expect.stringMatching(/^[0-9a-f]{32}$/) })
    const { person } = body as { person: string }
    expect(await city.get('health', `/health/v1/persons/${person}/health-record`)).toEqual({
      status: 200,
      body: { status: 'open', on: '2026-03-02', bornOn: '1940-05-05', residenceRegion: '350203' },
    })
  })

  it('knows the person again, however the document is written', async () => {
    const again = await city.post('health', '/health/v1/persons', { ...opening, document: ` ${document.toLowerCase()} ` })
    expect(again.status).toBe(200)
  })

  it('is not opened a second time with other content', async () => {
    const { status, body } = await city.post('health', '/health/v1/persons', { ...opening, document, on: '2026-03-03' })
    expect(status).toBe(409)
    expect(body).toMatchObject({ slug: 'health-record-open-already' })
  })

  it('asks for the date of birth when the document does not tell it', async () => {
    const without = await city.post('health', '/health/v1/persons', { ...opening, document: oldForeignersCard })
    expect(without.body).toMatchObject({ status: 400, slug: 'invalid-request', errors: [{ path: 'bornOn' }] })
    const told = await city.post('health', '/health/v1/persons', { ...opening, document: oldForeignersCard, bornOn: '1940-05-05' })
    expect(told.status).toBe(200)
  })

  it('says that a document does not fit without repeating it', async () => {
    const wrong = `${document.slice(0, 17)}${document.endsWith('X') ? '1' : 'X'}`
    const { status, body } = await city.post('health', '/health/v1/persons', { ...opening, document: wrong })
    expect(status).toBe(400)
    expect(body).toMatchObject({ slug: 'invalid-request', errors: [{ path: 'document' }] })
    expect(JSON.stringify(body)).not.toContain(wrong.slice(0, 17))
  })

  it('is closed to other agencies', async () =>
    expect((await city.post('civil-affairs', '/health/v1/persons', { ...opening, document })).status).toBe(403))

  let city: Served
  beforeAll(async () => {
    city = await serve(HealthModule.on(inMemoryEventStore()))
  })
  afterAll(() => city.close())
})

const document = residentNumber({ region: '350203', bornOn: '1940-05-05' as PlainDate, sequence: 12 })
const oldForeignersCard = 'CHN350240050501'
const opening = { on: '2026-03-02', residenceRegion: '350203' }
