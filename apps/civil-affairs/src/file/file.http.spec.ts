import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { inMemoryEventStore } from '@concord/event-store'
import { serve, type Served } from '@concord/service-kit/testing'
import { type PlainDate, residentNumber } from '@concord/standards'
import { CivilAffairsModule } from '../civil-affairs.module.js'

describe("a person's file over HTTP", () => {
  it('is opened with the identity document, and answers under which id the person is known from then on', async () => {
    const { status, body } = await city.post('civil-affairs', persons, { ...opening, document })
    expect(status).toBe(200)
    expect(body).toEqual({ accepted: true, position: expect.stringMatching(/^\d+$/), person: expect.stringMatching(/^[0-9a-f]{32}$/) })
  })

  it('takes a move and shows where the person lived', async () => {
    const { body } = await city.post('civil-affairs', persons, { ...opening, document })
    const { person } = body as { person: string }
    expect(
      (await city.post('civil-affairs', `${persons}/${person}/file/move`, { on: '2026-04-01', residenceRegion: '350206' })).status,
    ).toBe(200)
    expect(await city.get('civil-affairs', `${persons}/${person}/file`)).toEqual({
      status: 200,
      body: {
        status: 'open',
        on: '2026-03-02',
        bornOn: '1940-05-05',
        householdRegion: '350203',
        residences: [
          { on: '2026-03-02', residenceRegion: '350203' },
          { on: '2026-04-01', residenceRegion: '350206' },
        ],
      },
    })
  })

  it('is not opened a second time with other content', async () =>
    expect((await city.post('civil-affairs', persons, { ...opening, document, on: '2026-03-03' })).body).toMatchObject({
      status: 409,
      slug: 'file-open-already',
    }))

  it('asks for the date of birth when the document does not tell it', async () => {
    expect((await city.post('civil-affairs', persons, { ...opening, document: oldForeignersCard })).body).toMatchObject({
      slug: 'invalid-request',
      errors: [{ path: 'bornOn' }],
    })
    const told = await city.post('civil-affairs', persons, { ...opening, document: oldForeignersCard, bornOn: '1940-05-05' })
    expect(told.status).toBe(200)
  })

  it('says that a document does not fit without repeating it', async () => {
    const wrong = `${document.slice(0, 17)}${document.endsWith('X') ? '1' : 'X'}`
    const { status, body } = await city.post('civil-affairs', persons, { ...opening, document: wrong })
    expect(status).toBe(400)
    expect(body).toMatchObject({ slug: 'invalid-request', errors: [{ path: 'document' }] })
    expect(JSON.stringify(body)).not.toContain(wrong.slice(0, 17))
  })

  it('is closed to other agencies', async () => expect((await city.post('health', persons, { ...opening, document })).status).toBe(403))

  let city: Served
  beforeAll(async () => {
    city = await serve(CivilAffairsModule.on(inMemoryEventStore()))
  })
  afterAll(() => city.close())
})

const persons = '/civil-affairs/v1/persons'
const document = residentNumber({ region: '350203', bornOn: '1940-05-05' as PlainDate, sequence: 12 })
const oldForeignersCard = 'CHN350240050501'
const opening = { on: '2026-03-02', householdRegion: '350203', residenceRegion: '350203' }
