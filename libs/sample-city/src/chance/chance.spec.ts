import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { chanceOf } from './chance.js'
import { split } from './split.js'

describe('chance', () => {
  it('repeats itself for the same seeds and is another for other seeds', () => {
    const told = (...seeds: number[]): string => JSON.stringify(Array.from({ length: 5 }, chanceOf(...seeds).uuid))
    expect(told(1, 2)).toBe(told(1, 2))
    expect(new Set([told(1, 2), told(2, 1), told(1, 3), told(1)]).size).toBe(4)
  })

  it('stays within its bounds and reaches both', () => {
    const chance = chanceOf(3)
    const thrown = Array.from({ length: 1_000 }, () => chance.between(1, 6))
    expect(new Set(thrown)).toEqual(new Set([1, 2, 3, 4, 5, 6]))
  })

  it('happens about as often as it should', () => {
    const chance = chanceOf(4)
    const happened = Array.from({ length: 20_000 }, () => chance.happens(0.25)).filter(Boolean)
    expect(Math.abs(happened.length - 5_000)).toBeLessThan(300)
  })

  it('makes record ids of version 4', () =>
    expect(chanceOf(5).uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/))
})

describe('a split', () => {
  const shares = fc.record({
    share: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
    phase: fc.double({ min: 0, max: 0.999, noNaN: true }),
  })

  it('takes its share of any number, and numbers those taken and the rest one after the other', () =>
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 2_000 }), (share, count) => {
        const places = Array.from({ length: count }, (_, number) => split({ ...share, inAdvance: 0 })(number))
        const taken = places.filter((place) => place.taken)
        expect(Math.abs(taken.length - count * share.share)).toBeLessThanOrEqual(1)
        expect(taken.map(({ number }) => number)).toEqual(taken.map((_, place) => place))
        const rest = places.filter((place) => !place.taken)
        expect(rest.map(({ number }) => number)).toEqual(rest.map((_, place) => place))
      }),
    ))

  it('waits until it has caught up with what was taken in advance', () => {
    const places = Array.from({ length: 100 }, (_, number) => split({ share: 0.5, phase: 0, inAdvance: 10 })(number))
    expect(places.findIndex(({ taken }) => taken)).toBe(21)
    expect(places.filter(({ taken }) => taken)).toHaveLength(40)
  })
})
