import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { inMemoryEventStore } from '@concord/event-store'
import { serve, type Answer, type Served } from '@concord/service-kit/testing'
import { institutionCodeFrom, type PlainDate, residentNumber } from '@concord/standards'
import { DisabledPersonsFederationModule } from '../disabled-persons-federation.module.js'

describe('the certificate over HTTP', () => {
  it('is applied for with the identity document, and answers under which id the person is known from then on', async () => {
    const { status, body } = await ask('', { ...application, document })
    expect(status).toBe(200)
    expect(body).toEqual({ accepted: true, position: expect.stringMatching(/^\d+$/), person: expect.stringMatching(/^[0-9a-f]{32}$/) })
    address = `/${(body as { person: string }).person}/certificate`
    expect(await shown()).toEqual({ status: 'applied', certificateId, householdRegion: '350203' })
  })

  it('is evaluated, publicised and issued', async () => {
    await obeys('accept', '2025-03-04')
    await obeys('evaluate', '2025-03-11', { evaluation, designated: true })
    await obeys('publicise', '2025-03-13')
    expect(await shown()).toMatchObject({ status: 'on-notice', evaluation, noticeEndsOn: '2025-03-20' })
    await obeys('raise-objection', '2025-03-16')
    await obeys('dismiss-objection', '2025-03-18')
    await obeys('issue', '2025-03-23')
    expect(await shown()).toMatchObject({ status: 'valid', card: { evaluation, validUntil: '2035-03-23', reissues: 0 } })
  })

  it('lives on', async () => {
    await obeys('dispute', '2025-03-24')
    await obeys('conclude-dispute', '2025-04-07', { evaluation })
    await obeys('regrade', '2025-05-06', { evaluation: { ...evaluation, determinedOn: '2025-05-06' }, designated: true })
    await obeys('reissue', '2025-06-01')
    await obeys('move', '2025-06-02', { householdRegion: '350206' })
    await obeys('freeze', '2025-06-03', { reason: 'data-check' })
    await obeys('unfreeze', '2025-06-04')
    expect(await shown()).toMatchObject({ status: 'valid', householdRegion: '350206', card: { reissues: 1 } })
    await obeys('cancel', '2025-06-05', { reason: 'own-wish' })
    expect(await shown()).toMatchObject({ status: 'cancelled', on: '2025-06-05' })
  })

  it('is barred for a year after that, in both languages', async () => {
    const again = await ask('', { ...application, certificateId: other, on: '2025-06-08', document })
    expect(again.body).toMatchObject({
      status: 409,
      type: '/problems/one-year-bar-after-cancellation',
      title: expect.stringContaining('year'),
      titleZh: expect.stringContaining('一年'),
    })
  })

  it('is renewed and expires by the rules of the calendar', async () => {
    const { address, about } = await issuedIn2015()
    expect((await ask(`${address}/renew`, { ...about, on: '2024-01-08' })).body).toMatchObject({ slug: 'renewal-too-early' })
    expect((await ask(`${address}/expire`, { ...about, on: '2025-04-01' })).status).toBe(200)
    expect((await ask(`${address}/renew`, { ...about, on: '2025-04-02' })).status).toBe(200)
    expect((await federation.get(us, `${persons}${address}`)).body).toMatchObject({ status: 'valid', card: { validUntil: '2035-04-02' } })
  })

  it('asks for the date of birth when the document does not tell it', async () => {
    const { body } = await ask('', { ...application, certificateId: other, document: 'CHN350240050501' })
    expect(body).toMatchObject({ status: 400, slug: 'invalid-request', errors: [{ path: 'bornOn' }] })
  })

  it('refuses an application with its reason', async () => {
    const document = residentNumber({ region: '350203', bornOn: '1961-02-03' as PlainDate, sequence: 15 })
    const { body } = await ask('', { ...application, certificateId: other, document })
    const theirs = `/${(body as { person: string }).person}/certificate`
    expect((await ask(`${theirs}/refuse`, { certificateId: other, on: '2025-03-03', reason: 'withdrawn' })).status).toBe(200)
    expect((await federation.get(us, `${persons}${theirs}`)).body).toMatchObject({ status: 'refused' })
  })

  it('says which field does not fit, and records nothing', async () => {
    const wrong = { ...evaluation, grade: 5 }
    const { status, body } = await ask(`${address}/regrade`, { certificateId, on: '2025-06-08', evaluation: wrong, designated: true })
    expect(status).toBe(400)
    expect(body).toMatchObject({ slug: 'invalid-request', errors: [{ path: 'evaluation.grade' }] })
  })

  it('is closed to other agencies', async () => {
    expect((await federation.get('civil-affairs', `${persons}${address}`)).status).toBe(403)
    expect((await federation.post('health', persons, { ...application, document })).status).toBe(403)
  })

  let federation: Served
  let address = ''
  beforeAll(async () => {
    federation = await serve(DisabledPersonsFederationModule.on(inMemoryEventStore()))
  })
  afterAll(() => federation.close())

  const ask = (path: string, body: object): Promise<Answer> => federation.post(us, `${persons}${path}`, body)
  const shown = async (): Promise<unknown> => (await federation.get(us, `${persons}${address}`)).body
  const obeys = async (verb: string, on: string, more: object = {}): Promise<void> =>
    expect(await ask(`${address}/${verb}`, { certificateId, on, ...more })).toMatchObject({ status: 200, body: { accepted: true } })

  const issuedIn2015 = async () => {
    const about = { certificateId: other, on: '2015-03-02' }
    const document = residentNumber({ region: '350203', bornOn: '1960-01-02' as PlainDate, sequence: 14 })
    const { body } = await ask('', { ...application, ...about, document })
    const address = `/${(body as { person: string }).person}/certificate`
    const found = { ...evaluation, determinedOn: '2015-03-03' }
    await ask(`${address}/accept`, about)
    await ask(`${address}/evaluate`, { ...about, on: '2015-03-04', evaluation: found, designated: true })
    await ask(`${address}/publicise`, { ...about, on: '2015-03-05' })
    await ask(`${address}/issue`, { ...about, on: '2015-03-31' })
    return { address, about }
  }
})

const us = 'disabled-persons-federation'
const persons = `/${us}/v1/persons`
const document = residentNumber({ region: '350203', bornOn: '1958-05-04' as PlainDate, sequence: 13 })
const certificateId = '0190a5c2-7f6a-7c3e-9b1d-2f4e6a8c0b12'
const other = '0190a5c2-7f6a-7c3e-9b1d-2f4e6a8c0b13'
const application = { certificateId, on: '2025-03-02', householdRegion: '350203' }
const evaluation = {
  category: 4,
  grade: 2,
  components: [{ category: 4, grade: 2 }],
  determinedOn: '2025-03-10',
  institution: institutionCodeFrom('12350200MB000001'),
}
