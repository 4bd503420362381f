import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { inMemoryEventStore } from '@concord/event-store'
import { serve, type Served } from '@concord/service-kit/testing'
import { type PlainDate, residentNumber } from '@concord/standards'
import { severeAssessment } from '../../testing/severe-assessment.js'
import { HealthcareSecurityModule } from '../healthcare-security.module.js'

describe('the benefit over HTTP', () => {
  it('does not start before the conclusion is delivered', async () => {
    const { status, body } = await ask('benefit/start', start)
    expect(status).toBe(409)
    expect(body).toMatchObject({ slug: 'no-conclusion-in-force', title: expect.any(String), titleZh: expect.any(String) })
  })

  it('starts on the conclusion that the agency has recorded', async () => {
    expect((await ask('ltci-grading/conclude', { assessmentId, on: '2026-03-23', validUntil: '2028-03-22' })).status).toBe(200)
    expect(await ask('benefit/start', start)).toEqual({
      status: 200,
      body: { accepted: true, position: expect.stringMatching(/^\d+$/) },
    })
    expect(await shown()).toMatchObject({ status: 'running', benefitId, last: { data: { form: 'home', grade: 3 } } })
  })

  it('pauses, and resumes while the insurance lasts', async () => {
    expect((await ask('benefit/pause', { benefitId, on: '2026-05-01', reason: 'in-hospital' })).status).toBe(200)
    expect(await shown()).toMatchObject({ status: 'paused' })
    expect((await ask('benefit/resume', { benefitId, on: '2026-05-20' })).status).toBe(200)
    expect((await ask('benefit/pause', { benefitId, on: '2026-06-01', reason: 'premium-unpaid' })).status).toBe(200)
    expect((await ask('enrolment/lapse', { on: '2026-06-02' })).status).toBe(200)
    expect((await ask('benefit/resume', { benefitId, on: '2026-06-03' })).body).toMatchObject({ slug: 'not-insured' })
  })

  it('says which field does not fit, and records nothing', async () => {
    const { status, body } = await ask('benefit/end', { benefitId, on: '2026-06-30', reason: 'bored' })
    expect(status).toBe(400)
    expect(body).toMatchObject({ slug: 'invalid-request', errors: [{ path: 'reason' }] })
    expect(await shown()).toMatchObject({ status: 'paused' })
  })

  it('ends', async () => {
    expect((await ask('benefit/end', { benefitId, on: '2026-06-30', reason: 'own-wish' })).status).toBe(200)
    expect(await shown()).toMatchObject({ status: 'ended', benefitId })
  })

  it('is closed to other agencies', async () => expect((await city.get('health', `${person}/benefit`)).status).toBe(403))

  const ask = (path: string, body: object) => city.post('healthcare-security', `${person}/${path}`, body)
  const shown = async (): Promise<unknown> => (await city.get('healthcare-security', `${person}/benefit`)).body

  let person: string
  let city: Served
  beforeAll(async () => {
    city = await serve(HealthcareSecurityModule.on(inMemoryEventStore()))
    const enrolling = { document, on: '2025-01-01', insuredRegion: '350203', insurance: 'employee' }
    const { body } = await city.post('healthcare-security', '/healthcare-security/v1/persons', enrolling)
    person = `/healthcare-security/v1/persons/${(body as { person: string }).person}`
    for (const [verb, step] of severeAssessment(assessmentId)) await ask(`ltci-grading/${verb}`, step)
  })
  afterAll(() => city.close())
})

const document = residentNumber({ region: '350203', bornOn: '1940-05-05' as PlainDate, sequence: 12 })
const assessmentId = '5b9d2f0e-7c1a-4d7e-9a53-3f0d1c2b4a10'
const benefitId = '0b7f2f7d-93f4-4c8e-8a36-94a1a2f4b901'
const start = { benefitId, on: '2026-04-01', form: 'home', restsOn: assessmentId }
