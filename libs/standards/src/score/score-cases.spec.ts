import { describe, expect, it } from '@jest/globals'
import { scoreCases } from './score-cases.js'

const intact = { adl: [10, 10, 5, 10, 10, 10, 15, 15, 10, 5], cognition: [4, 4, 4, 4], perception: [4, 4, 4] }
const elder = { items: Array.from({ length: 26 }, () => 0), coma: false, dementiaOrMentalDisorder: false, careRiskEvents30Days: 0 }

describe('scoring a file of cases', () => {
  it('gives one result a case, in the shape that is expected of it', () => {
    expect(scoreCases('ltci-2021', [{ ...intact, expect: 'anything' }])).toEqual({
      results: [{ adl: 100, cognition: 16, perception: 12, grade: 0 }],
    })
    expect(scoreCases('gbt-42195-2022', [{ ...elder, coma: true }])).toEqual({
      results: [{ total: 0, preliminary: 4, level: 4, levelWithoutStacking: 4 }],
    })
  })

  it('of numbers tells why one is not valid', () =>
    expect(
      scoreCases('identity', [
        { kind: 'uscc', value: '1' },
        { kind: 'resident-id', value: `ABC${'1'.repeat(12)}` },
      ]),
    ).toEqual({
      results: [{ valid: false, why: 'an institution code has 18 characters, this has 1' }, { valid: true }],
    }))

  it('of an empty file gives no results', () => expect(scoreCases('identity', [])).toEqual({ results: [] }))

  it('gives no results at all when a case cannot be read, but every such case by its number', () =>
    expect(scoreCases('ltci-2021', [7, intact, { ...intact, adl: [7, ...intact.adl.slice(1)] }, {}])).toEqual({
      unreadable: [
        { case: 1, reason: 'a case is an object' },
        { case: 3, reason: 'adl.0: ADL-1 进食 takes 0, 5 or 10 points, not 7' },
        { case: 4, reason: "adl: adl takes 10 points, one an item in the standard's order" },
      ],
    }))

  it.each([
    ['gbt-42195-2022', { ...elder, items: [] }],
    ['gbt-42195-2022', { ...elder, coma: 'no' }],
    ['gbt-42195-2022', { ...elder, careRiskEvents30Days: -1 }],
    ['gbt-42195-2022', null],
    ['identity', { kind: 'passport', value: '1' }],
    ['identity', { kind: 'uscc', value: 1 }],
    ['identity', []],
  ] as const)('cannot read a case of %s that is not of its shape: %j', (standard, given) =>
    expect(scoreCases(standard, [given])).toEqual({ unreadable: [{ case: 1, reason: expect.any(String) }] }),
  )
})
