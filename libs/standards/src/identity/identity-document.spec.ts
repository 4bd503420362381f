import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { addDays, plainDate } from '../calendar/plain-date.js'
import { parseIdentityDocument } from './identity-document.js'
import { residentCheckCharacter, residentNumber } from './resident-number.js'

describe('an identity document', () => {
  it('tells the holder’s birth date and sex', () =>
    expect(read(number())).toEqual({ kind: 'resident-identity-card', number: number(), bornOn: '1941-03-07', sex: 'female' }))

  it.each([
    ['810000', 'hong-kong-residence-permit'],
    ['820000', 'macao-residence-permit'],
    ['830000', 'taiwan-residence-permit'],
    ['350203', 'resident-identity-card'],
    ['911840', 'foreign-permanent-resident-card'],
  ])('of region %s is a %s', (region, kind) => expect(read(number({ region }))).toMatchObject({ kind }))

  it('of the old form for foreigners is three letters and twelve digits', () =>
    expect(read(`abc${'1'.repeat(12)}`)).toEqual({ kind: 'foreign-permanent-resident-card-old', number: `ABC${'1'.repeat(12)}` }))

  it('has one form, however it is written', () => {
    const withX = number({ sequence: sequenceEndingIn('X') })
    const wide = withX.replaceAll(/./g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
    const spellings = [withX.toLowerCase(), wide, ` ${withX.slice(0, 6)} ${withX.slice(6)}\u3000`]
    expect(spellings.map((text) => read(text)?.number)).toEqual([withX, withX, withX])
  })

  it.each([
    ['1990-13-01', 'month 13 does not exist'],
    ['1990-00-01', 'month 0 does not exist'],
    ['1990-04-31', 'day 31 does not exist in month 4'],
    ['1990-02-29', 'day 29 does not exist in month 2 of that year'],
    ['1990-02-00', 'day 0 does not exist in month 2'],
    ['0999-02-01', 'the year of birth is before 1800'],
  ])('has a birth date that exists, not %s', (date, why) => {
    const digits = `350203${date.replaceAll('-', '')}002`
    expect(parseIdentityDocument(digits + residentCheckCharacter(digits))).toEqual({ valid: false, why })
  })

  it.each([
    ['', "an identity number has 18 characters (an old foreigner's card 15), this has 0"],
    ['A'.repeat(18), 'an identity number is 17 digits and a last digit or X'],
    [`0${'1'.repeat(17)}`, 'no region begins with 0'],
  ])('has the right form', (text, why) => expect(parseIdentityDocument(text)).toEqual({ valid: false, why }))

  it('is read back as it was made', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const sex = parts.sequence % 2 === 1 ? 'male' : 'female'
        expect(read(residentNumber(parts))).toMatchObject({ number: residentNumber(parts), bornOn: parts.bornOn, sex })
      }),
    )
  })

  it('with one digit mistyped is refused', () => {
    fc.assert(
      fc.property(anyParts, fc.nat(16), fc.integer({ min: 1, max: 9 }), (parts, place, by) => {
        const good = residentNumber(parts)
        const mistyped = good.slice(0, place) + ((Number(good[place]) + by) % 10) + good.slice(place + 1)
        expect(parseIdentityDocument(mistyped).valid).toBe(false)
      }),
    )
  })

  it('that is refused is refused without telling the number', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{15,20}$/)), (text) => {
        const parsed = parseIdentityDocument(text)
        if (!parsed.valid) expect(parsed.why).not.toMatch(/\d{5}/)
      }),
    )
  })
})

describe('a made-up resident number', () => {
  it.each([
    { region: '35020', sequence: 1 },
    { region: '350203', sequence: 1000 },
  ])('needs parts of the right length', (parts) => expect(() => number(parts)).toThrow(RangeError))
})

const bornOn = plainDate.parse('1941-03-07')
const number = (parts: { region?: string; sequence?: number } = {}) => residentNumber({ region: '350203', sequence: 2, bornOn, ...parts })

const read = (text: string) => {
  const parsed = parseIdentityDocument(text)
  return parsed.valid ? parsed.document : undefined
}

const sequenceEndingIn = (check: string) =>
  Array.from({ length: 1000 }, (_, sequence) => sequence).find((sequence) => number({ sequence }).endsWith(check)) ?? 0

const anyParts = fc.record({
  region: fc.integer({ min: 110000, max: 659999 }).map(String),
  bornOn: fc.nat(45_000).map((days) => addDays(plainDate.parse('1900-01-01'), days)),
  sequence: fc.nat(999),
})
