import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { z } from 'zod'
import { type Gbt42195Assessment, gbt42195Assessment, gbt42195Items, scoreGbt42195 } from './gbt-42195-2022.js'
import { gbt42195Table } from './gbt-42195-2022.table.js'

describe('the ability level', () => {
  it.each(workedCases())('is what was worked out independently: case %#', ({ expect: expected, ...assessment }) => {
    expect(scoreGbt42195(assessment)).toMatchObject(expected)
  })

  it('is the preliminary level when nothing adjusts it', () =>
    expect(scoreGbt42195(of(66))).toMatchObject({ preliminary: 1, level: 1, levelWithoutStacking: 1, adjustments: [] }))

  it('is 4 at once in a coma', () =>
    expect(scoreGbt42195({ ...of(90), coma: true })).toMatchObject({
      preliminary: 0,
      level: 4,
      levelWithoutStacking: 4,
      adjustments: ['coma'],
    }))

  it('is one worse with dementia or a mental disorder', () =>
    expect(scoreGbt42195({ ...of(66), dementiaOrMentalDisorder: true }).level).toBe(2))

  it('is one worse from the second care-risk event on', () => {
    expect(scoreGbt42195({ ...of(66), careRiskEvents30Days: 1 }).level).toBe(1)
    expect(scoreGbt42195({ ...of(66), careRiskEvents30Days: 2 }).level).toBe(2)
  })

  it('is told both ways when both adjustments apply', () =>
    expect(scoreGbt42195({ ...of(66), dementiaOrMentalDisorder: true, careRiskEvents30Days: 5 })).toMatchObject({
      level: 3,
      levelWithoutStacking: 2,
      adjustments: ['dementia-or-mental-disorder', 'care-risk-events'],
    }))

  it('ends at 4', () => expect(scoreGbt42195({ ...of(20), dementiaOrMentalDisorder: true, careRiskEvents30Days: 2 }).level).toBe(4))

  it('has one preliminary level for every total', () => {
    const totals = gbt42195Table.levels.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, place) => from + place))
    expect(totals.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 91 }, (_, total) => total))
  })

  it('never improves by an adjustment, and without stacking is never worse than with it', () => {
    fc.assert(
      fc.property(anyAssessment, (assessment) => {
        const { preliminary, level, levelWithoutStacking } = scoreGbt42195(assessment)
        expect([preliminary, levelWithoutStacking, level]).toEqual([preliminary, levelWithoutStacking, level].toSorted((a, b) => a - b))
      }),
    )
  })

  it('explains itself by items, subtotals, adjustments and clauses', () => {
    const { explanation } = scoreGbt42195({ ...of(90), dementiaOrMentalDisorder: true, careRiskEvents30Days: 2 })
    expect(explanation.items.map(({ code }) => code)).toHaveLength(26)
    expect(explanation.items[11]).toEqual({ code: 'B.2.4', name: '上下楼梯', points: 3, max: 3, answer: '独立10–15级' })
    expect(explanation.steps.map(({ step, result, clause }) => `${step} ${result} ${clause}`)).toEqual([
      '自理能力得分 32/32分 B.1',
      '基础运动能力得分 15/15分 B.2',
      '精神状态得分 28/28分 B.3',
      '感知觉与社会参与得分 15/15分 B.4',
      '初步等级 0级 能力完好 Annex C',
      '等级变更依据 加重1级 C.4, A.4.1',
      '等级变更依据 加重1级 C.4, A.2.14',
      '最终等级 2级 能力中度受损(中度失能) C.5',
    ])
  })
})

describe('the items of the ability assessment', () => {
  const messages = (items: unknown) => gbt42195Items.safeParse(items).error?.issues.map(({ message }) => message)

  it('name the one whose points are not allowed', () =>
    expect(messages(of(90).items.map((points, place) => (place === 18 ? 2 : points)))).toEqual([
      'B.3.7 攻击行为 takes 0 or 1 points, not 2',
    ]))

  it('are 26', () => expect(messages(of(90).items.slice(1))).toEqual(["items takes 26 points, one an item in the standard's order"]))

  it('come with a number of care-risk events that is whole and not negative', () => {
    const accepts = [0, 3, -1, 0.5].map((careRiskEvents30Days) => gbt42195Assessment.safeParse({ ...of(90), careRiskEvents30Days }).success)
    expect(accepts).toEqual([true, true, false, false])
  })
})

const items = gbt42195Table.dimensions.flatMap((dimension) => dimension.items)

/** An assessment that adds up to `total`: the first items have all their points, then one a part of them, the rest none. */
const of = (total: number): Gbt42195Assessment => {
  let left = total
  const points = items.map(({ options }) => {
    const given = Math.min(left, options.at(-1)?.points ?? 0)
    left -= given
    return given
  })
  return { items: points, coma: false, dementiaOrMentalDisorder: false, careRiskEvents30Days: 0 }
}

const anyAssessment = fc.record({
  items: fc.tuple(...items.map(({ options }) => fc.constantFrom(...options.map(({ points }) => points)))),
  coma: fc.boolean(),
  dementiaOrMentalDisorder: fc.boolean(),
  careRiskEvents30Days: fc.nat(5),
})

function workedCases() {
  const expected = z.strictObject({ total: z.number(), preliminary: z.number(), level: z.number(), levelWithoutStacking: z.number() })
  const cases = z.array(gbt42195Assessment.extend({ expect: expected })).min(60)
  return cases.parse(JSON.parse(readFileSync(new URL('../../vectors/gbt-42195-2022.json', import.meta.url), 'utf8')))
}
