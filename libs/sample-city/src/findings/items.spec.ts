import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { gbt42195Items, ltci2021Items, scoreGbt42195, scoreLtci2021 } from '@concord/standards'
import { chanceOf } from '../chance/chance.js'
import { gbtItems } from './gbt-items.js'
import { ltciItems } from './ltci-items.js'

/** The standards' own scoring says whether made-up answers mean what they are meant to. */
const seeds = fc.integer({ min: 0, max: 2 ** 31 })

describe('made-up answers', () => {
  it('of 17 LTCI items score to the wanted grade', () =>
    fc.assert(
      fc.property(seeds, fc.constantFrom(1, 2, 3, 4, 5), (seed, grade) => {
        const items = ltciItems(grade, chanceOf(seed))
        const parts = { adl: items.slice(0, 10), cognition: items.slice(10, 14), perception: items.slice(14) }
        expect(scoreLtci2021(ltci2021Items.parse(parts)).grade).toBe(grade)
      }),
    ))

  it('of 26 items of GB/T 42195 score to the wanted level', () =>
    fc.assert(
      fc.property(seeds, fc.constantFrom(1, 2, 3, 4), (seed, level) => {
        const items = gbt42195Items.parse(gbtItems(level, chanceOf(seed)))
        const none = { coma: false, dementiaOrMentalDisorder: false, careRiskEvents30Days: 0 }
        expect(scoreGbt42195({ items, ...none }).preliminary).toBe(level)
      }),
    ))
})
