import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { plainDate } from '../calendar/plain-date.js'
import { certificateNumber, parseCertificateNumber } from './certificate-number.js'
import { residentNumber } from './resident-number.js'

describe('a certificate number', () => {
  it('tells holder, category and grade', () =>
    expect(parseCertificateNumber(`${holder}44`)).toMatchObject({
      valid: true,
      certificate: { number: `${holder}44`, holder: { number: holder }, category: 4, grade: 4 },
    }))

  it('of a reissued card tells which, in one form however it is written', () =>
    expect(parseCertificateNumber(`${holder.toLowerCase()} 71 b2`)).toMatchObject({
      valid: true,
      certificate: { number: `${holder}71B2`, category: 7, grade: 1, reissue: 'B2' },
    }))

  it.each([
    ['84', 'category 8 does not exist'],
    ['45', 'grade 5 does not exist'],
    ['44B0', 'a reissued certificate ends in B1 to B9'],
    ['4', 'a certificate number has 20 characters, or 22 when reissued, this has 19'],
  ])('does not end in %s', (end, why) => expect(parseCertificateNumber(holder + end)).toEqual({ valid: false, why }))

  it('begins with a valid identity number', () =>
    expect(parseCertificateNumber(`${holder.slice(0, 10)}13${holder.slice(12)}44`)).toEqual({
      valid: false,
      why: 'month 13 does not exist',
    }))

  it('is not issued on a foreigner’s card', () => {
    const foreigner = residentNumber({ region: '911840', bornOn: plainDate.parse('1950-05-05'), sequence: 1 })
    expect(parseCertificateNumber(`${foreigner}44`).valid).toBe(false)
  })

  it('in a request is canonical', () => {
    const accepted = [`${holder}44`, `${holder}44B1`, `${holder}44b1`, `${holder}49`, `${holder.slice(0, -1)}${other}44`]
    expect(accepted.map((number) => certificateNumber.safeParse(number).success)).toEqual([true, true, false, false, false])
  })

  it('can be told in JSON Schema', () =>
    expect(z.toJSONSchema(certificateNumber)).toMatchObject({ type: 'string', pattern: expect.any(String) }))
})

const holder = residentNumber({ region: '350203', bornOn: plainDate.parse('1941-03-07'), sequence: 2 })
const other = holder.endsWith('0') ? '1' : '0'
