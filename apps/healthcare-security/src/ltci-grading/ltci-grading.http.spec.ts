import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { inMemoryEventStore } from '@concord/event-store'
import { serve, type Served } from '@concord/service-kit/testing'
import { institutionCodeFrom, type PlainDate, residentNumber } from '@concord/standards'
import { expert, onsite, severeAssessment, type Step } from '../../testing/severe-assessment.js'
import { HealthcareSecurityModule } from '../healthcare-security.module.js'

describe('an assessment over HTTP', () => {
  it('is not accepted of a person who is not insured', async () => {
    const stranger = `${persons}/${'ab'.repeat(16)}/ltci-grading`
    await city.post('healthcare-security', `${stranger}/apply`, { assessmentId, on: '2026-03-02', kind: 'first' })
    const { status, body } = await city.post('healthcare-security', `${stranger}/accept`, { assessmentId, on: '2026-03-04' })
    expect(status).toBe(409)
    expect(body).toMatchObject({ slug: 'not-insured' })
  })

  it('may be refused or withdrawn', () => takes(beforehand))
  it('comes to a conclusion on notice', () => takes(severeAssessment(assessmentId)))
  it('is delivered, re-evaluated, expired and revoked', () => takes(afterwards))

  it('shows what has become of it', async () => {
    const { status, body } = await city.get('healthcare-security', address)
    expect(status).toBe(200)
    expect(body).toMatchObject({ procedure: { status: 'none' }, standing: { status: 'revoked', assessmentId } })
  })

  it('tells a refusal as a problem in both languages', async () => {
    const { status, body } = await city.post('healthcare-security', `${address}/publicise`, { assessmentId, on: '2026-07-02' })
    expect(status).toBe(409)
    expect(body).toMatchObject({ slug: 'conclusion-not-confirmed', title: expect.any(String), titleZh: expect.any(String) })
  })

  it('says which item does not fit', async () => {
    const items = { ...onsite.items, adl: [3, 0, 0, 0, 0, 0, 0, 0, 0, 0] }
    const completing = { assessmentId, on: '2026-07-02', ...onsite, items }
    const { status, body } = await city.post('healthcare-security', `${address}/complete-onsite`, completing)
    expect(status).toBe(400)
    expect(body).toMatchObject({ slug: 'invalid-request', errors: [{ path: 'items.adl.0' }] })
  })

  it('is closed to other agencies', async () => expect((await city.get('civil-affairs', address)).status).toBe(403))

  const takes = async (steps: readonly Step[]): Promise<void> => {
    for (const [verb, body] of steps) {
      const answer = await city.post('healthcare-security', `${address}/${verb}`, body)
      expect({ verb, ...answer }).toEqual({ verb, status: 200, body: { accepted: true, position: expect.stringMatching(/^\d+$/) } })
    }
  }

  let address: string
  let city: Served
  beforeAll(async () => {
    city = await serve(HealthcareSecurityModule.on(inMemoryEventStore()))
    const enrolling = { document, on: '2025-01-01', insuredRegion: '350203', insurance: 'employee' }
    const { body } = await city.post('healthcare-security', persons, enrolling)
    address = `${persons}/${(body as { person: string }).person}/ltci-grading`
  })
  afterAll(() => city.close())
})

const persons = '/healthcare-security/v1/persons'
const document = residentNumber({ region: '350203', bornOn: '1940-05-05' as PlainDate, sequence: 12 })
const assessmentId = '5b9d2f0e-7c1a-4d7e-9a53-3f0d1c2b4a10'
const refused = '5b9d2f0e-7c1a-4d7e-9a53-3f0d1c2b4a11'
const withdrawn = '5b9d2f0e-7c1a-4d7e-9a53-3f0d1c2b4a12'

const aClass = { eating: 'dependent', continence: 'dependent', bathing: 'dependent' }
const bClass = { dressing: 'partly-independent', toileting: 'dependent', transfer: 'independent' }

const beforehand: readonly Step[] = [
  ['self-assess', { on: '2026-03-01', answers: { ...aClass, ...bClass } }],
  ['apply', { assessmentId: refused, on: '2026-03-01', kind: 'first' }],
  ['refuse', { assessmentId: refused, on: '2026-03-01', ground: 'materials-incomplete-or-false' }],
  ['apply', { assessmentId: withdrawn, on: '2026-03-01', kind: 'first' }],
  ['withdraw', { assessmentId: withdrawn, on: '2026-03-01', reason: 'own-wish' }],
]

const reEvaluation = {
  institution: institutionCodeFrom('12350200MB000002'),
  confirmedBy: [expert('E-011'), expert('E-012')],
  items: onsite.items,
  validUntil: '2026-06-30',
}
const afterwards: readonly Step[] = [
  ['object', { assessmentId, on: '2026-03-16' }],
  ['dismiss-objection', { assessmentId, on: '2026-03-17' }],
  ['conclude', { assessmentId, on: '2026-03-23', validUntil: '2026-06-30' }],
  ['request-re-evaluation', { assessmentId, on: '2026-04-01' }],
  ['conclude-re-evaluation', { assessmentId, on: '2026-04-20', ...reEvaluation }],
  ['expire', { assessmentId, on: '2026-07-01' }],
  ['revoke', { assessmentId, on: '2026-07-02', reason: 'fraud' }],
]
