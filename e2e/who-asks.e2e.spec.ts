import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type RunningCity, startCity } from './city/start-city.js'

describe('who asks', () => {
  it('must be told by a token from the issuer', async () => {
    const question = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
    expect((await city.fetch('/registry/v1/lookups', question)).status).toBe(401)
    expect(
      (await city.fetch('/registry/v1/lookups', { ...question, headers: { ...question.headers, authorization: 'Bearer a.b.c' } })).status,
    ).toBe(401)
    expect((await city.post('health', '/registry/v1/persons/identify', { document })).status).toBe(200)
  })

  it('does not matter for health checks and the description', async () => {
    for (const path of ['/health/live', '/health/ready', '/metrics', '/api', '/api/openapi.json'])
      expect((await city.fetch(path)).status).toBe(200)
  })

  it('commands only its own context', async () =>
    expect(await city.post('civil-affairs', '/health/v1/persons', { document, on: '2026-01-01', residenceRegion: '350203' })).toMatchObject(
      { status: 403 },
    ))

  let city: RunningCity
  beforeAll(async () => {
    city = await startCity()
  }, 30_000)
  afterAll(() => city.close())
})

const document = '350203194003070011'
