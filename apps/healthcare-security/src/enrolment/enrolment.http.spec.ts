import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { inMemoryEventStore } from '@concord/event-store'
import { serve, type Served } from '@concord/service-kit/testing'
import { type PlainDate, residentNumber } from '@concord/standards'
import { HealthcareSecurityModule } from '../healthcare-security.module.js'

describe('the enrolment over HTTP', () => {
  it('begins with the identity document, and answers under which id the person is known from then on', async () => {
    const { status, body } = await city.post('healthcare-security', persons, { ...enrolling, document })
    expect(status).toBe(200)
    expect(body).toEqual({ accepted: true, position: expect.stringMatching(/^\d+$/), person: expect.stringMatching(/^[0-9a-f]{32}$/) })
    address = `${persons}/${(body as { person: string }).person}/enrolment`
    expect(await shown()).toMatchObject({ status: 'insured', bornOn: '1940-05-05', insuredRegion: '350203', insurance: 'employee' })
  })

  it('tells a refusal as a problem in both languages', async () => {
    const { status, body } = await city.post('healthcare-security', persons, { ...enrolling, document, on: '2025-02-01' })
    expect(status).toBe(409)
    expect(body).toMatchObject({
      type: '/problems/insured-already',
      slug: 'insured-already',
      title: expect.any(String),
      titleZh: expect.any(String),
    })
  })

  it('moves to another region and lapses', async () => {
    expect((await city.post('healthcare-security', `${address}/transfer`, { on: '2025-06-01', insuredRegion: '350211' })).status).toBe(200)
    expect(await shown()).toMatchObject({ status: 'insured', insuredRegion: '350211' })
    expect((await city.post('healthcare-security', `${address}/lapse`, { on: '2025-09-30' })).status).toBe(200)
    expect(await shown()).toMatchObject({ status: 'lapsed', on: '2025-09-30' })
  })

  it('asks for the date of birth when the document does not tell it', async () => {
    const without = await city.post('healthcare-security', persons, { ...enrolling, document: oldForeignersCard })
    expect(without.body).toMatchObject({ status: 400, slug: 'invalid-request', errors: [{ path: 'bornOn' }] })
    const told = await city.post('healthcare-security', persons, { ...enrolling, document: oldForeignersCard, bornOn: '1940-05-05' })
    expect(told.status).toBe(200)
  })

  it('says which field does not fit, and records nothing', async () => {
    const { status, body } = await city.post('healthcare-security', persons, { ...enrolling, document, on: '2999-01-01' })
    expect(status).toBe(400)
    expect(body).toMatchObject({ slug: 'invalid-request', errors: [{ path: 'on' }] })
    expect(await shown()).toMatchObject({ status: 'lapsed' })
  })

  it('is closed to other agencies', async () =>
    expect((await city.post('civil-affairs', persons, { ...enrolling, document })).status).toBe(403))

  const shown = async (): Promise<unknown> => (await city.get('healthcare-security', address)).body

  let address: string
  let city: Served
  beforeAll(async () => {
    city = await serve(HealthcareSecurityModule.on(inMemoryEventStore()))
  })
  afterAll(() => city.close())
})

const persons = '/healthcare-security/v1/persons'
const document = residentNumber({ region: '350203', bornOn: '1940-05-05' as PlainDate, sequence: 12 })
const oldForeignersCard = 'CHN350240050501'
const enrolling = { on: '2025-01-01', insuredRegion: '350203', insurance: 'employee' }
