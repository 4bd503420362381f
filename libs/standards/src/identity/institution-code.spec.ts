import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { institutionCode, institutionCodeFrom, isInstitutionCode, parseInstitutionCode } from './institution-code.js'

describe('an institution code', () => {
  it('is read back as it was made', () => {
    fc.assert(
      fc.property(anyStart, (start) =>
        expect(parseInstitutionCode(institutionCodeFrom(start))).toEqual({ valid: true, code: institutionCodeFrom(start) }),
      ),
    )
  })

  it('with one character mistyped is refused', () => {
    fc.assert(
      fc.property(anyStart, fc.nat(17), anyCharacter, (start, place, character) => {
        const good = institutionCodeFrom(start)
        fc.pre(good[place] !== character)
        expect(isInstitutionCode(good.slice(0, place) + character + good.slice(place + 1))).toBe(false)
      }),
    )
  })

  it('has one form, however it is written', () => {
    const code = institutionCodeFrom('12350200MB000000')
    expect(parseInstitutionCode(` ${code.toLowerCase()}`)).toEqual({ valid: true, code })
  })

  it('in a request is canonical', () => {
    const code = institutionCodeFrom('12350200MB000000')
    expect([institutionCode.safeParse(code).success, institutionCode.safeParse(code.toLowerCase()).success]).toEqual([true, false])
  })

  it('says what is wrong with it', () => {
    const code = institutionCodeFrom('12350200MB000000')
    expect(['123', 'I'.repeat(18), `${code.slice(0, 17)}${code.endsWith('A') ? 'B' : 'A'}`].map(parseInstitutionCode)).toEqual([
      { valid: false, why: 'an institution code has 18 characters, this has 3' },
      { valid: false, why: 'an institution code is digits and capital letters without I, O, S, V and Z' },
      { valid: false, why: 'the check character does not fit' },
    ])
  })

  it('has an organisation code within, whose check character is worked out too', () =>
    expect(institutionCodeFrom('12350200MB0000009')).toBe(institutionCodeFrom('12350200MB000000')))

  it.each(['12350200MB0000', '12350200MB00000I'])('is not made from %s', (start) =>
    expect(() => institutionCodeFrom(start)).toThrow(RangeError),
  )
})

const anyCharacter = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'.split(''))
const anyStart = fc.array(anyCharacter, { minLength: 16, maxLength: 16 }).map((characters) => characters.join(''))
