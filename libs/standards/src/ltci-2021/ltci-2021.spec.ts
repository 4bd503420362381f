import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { z } from 'zod'
import { ltci2021Items, scoreLtci2021 } from './ltci-2021.js'
import { bands, ltci2021Table } from './ltci-2021.table.js'

describe('the LTCI grade', () => {
  it.each(workedCases())('is what was worked out independently: case %#', ({ expect: expected, ...items }) => {
    expect(scoreLtci2021(items)).toMatchObject(expected)
  })

  it('explains itself item by item, then band by band, then by the combination', () => {
    const { explanation } = scoreLtci2021({ adl: [5, 0, 0, 0, 0, 0, 0, 0, 0, 0], cognition: [0, 0, 0, 1], perception: [4, 4, 4] })
    expect(explanation.items).toHaveLength(17)
    expect(explanation.items[0]).toEqual({ code: 'ADL-1', name: '进食', points: 5, max: 10, answer: '需部分帮助(夹菜、盛饭)' })
    expect(explanation.steps.map(({ step, because, result }) => `${step} ${because} ${result}`)).toEqual([
      '日常生活活动能力分级 5/100分 重度受损',
      '认知能力分级 1/16分 重度受损',
      '感知觉与沟通能力分级 12/12分 能力完好',
      '失能等级 日常生活活动能力重度受损;认知能力、感知觉与沟通能力中较重者重度受损 5级 重度失能Ⅲ级',
    ])
    expect(explanation.steps.at(-1)?.clause).toBe('评估结果判定:组合法')
  })

  it('adds up the points that it explains', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const { adl, cognition, perception, explanation } = scoreLtci2021(items)
        expect(explanation.items.reduce((total, { points }) => total + points, 0)).toBe(adl + cognition + perception)
      }),
    )
  })

  it('never improves when an item is answered worse', () => {
    fc.assert(
      fc.property(anyItems, fc.constantFrom('adl', 'cognition', 'perception'), fc.nat(9), (items, dimension, place) => {
        const worse = items[dimension].map((points, at) => (at === place ? 0 : points))
        expect(scoreLtci2021({ ...items, [dimension]: worse }).grade).toBeGreaterThanOrEqual(scoreLtci2021(items).grade)
      }),
    )
  })

  it('has a band for every sum, and only one', () => {
    for (const { items, bands: rows } of Object.values(ltci2021Table.dimensions)) {
      const highest = items.reduce((total, { options }) => total + (options.at(-1)?.points ?? 0), 0)
      expect(rows.map(({ band }) => band)).toEqual(bands)
      const reached = rows.toReversed().flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, place) => from + place))
      expect(reached.toSorted((a, b) => a - b)).toEqual(reached)
      expect([reached[0], reached.at(-1), new Set(reached).size]).toEqual([0, highest, reached.length])
    }
  })

  it('is not worked out from points that the items do not allow', () => {
    expect(() => scoreLtci2021({ adl: [7, 0, 0, 0, 0, 0, 0, 0, 0, 0], cognition: [0, 0, 0, 0], perception: [0, 0, 0] })).toThrow('ADL-1')
    expect(() => scoreLtci2021({ adl: [], cognition: [0, 0, 0, 0], perception: [0, 0, 0] })).toThrow('10 items')
  })
})

describe('the LTCI items', () => {
  const full = { adl: [10, 10, 5, 10, 10, 10, 15, 15, 10, 5], cognition: [4, 4, 4, 4], perception: [4, 4, 4] }
  const messages = (items: unknown) => ltci2021Items.safeParse(items).error?.issues.map(({ message }) => message)

  it('are read as they are given', () => expect(ltci2021Items.parse(full)).toEqual(full))

  it('name the one whose points are not allowed, and which are', () => {
    expect(messages({ ...full, adl: [10, 10, 7, 10, 10, 10, 15, 15, 10, 5] })).toEqual(['ADL-3 面部与口腔清洁 takes 0 or 5 points, not 7'])
    expect(messages({ ...full, cognition: [4, 4, 4, '4'] })).toEqual(['COG-4 记忆力 takes 0, 1, 2, 3 or 4 points'])
  })

  it('are refused when one is missing or too many', () => {
    const message = ["perception takes 3 points, one an item in the standard's order"]
    expect([messages({ ...full, perception: [4, 4] }), messages({ ...full, perception: [4, 4, 4, 4] })]).toEqual([message, message])
  })

  it('can be told in JSON Schema, each with its own points', () => {
    expect(z.toJSONSchema(ltci2021Items)).toMatchObject({
      properties: { adl: { prefixItems: expect.arrayContaining([expect.objectContaining({ enum: [0, 5, 10, 15] })]) } },
    })
  })
})

const { adl, cognition, perception } = ltci2021Table.dimensions
const anyPoints = ({ items }: typeof adl) =>
  fc.tuple(...items.map(({ options }) => fc.constantFrom(...options.map(({ points }) => points))))
const anyItems = fc.record({ adl: anyPoints(adl), cognition: anyPoints(cognition), perception: anyPoints(perception) })

function workedCases() {
  const sums = z.strictObject({ adl: z.number(), cognition: z.number(), perception: z.number(), grade: z.number() })
  const cases = z.array(ltci2021Items.extend({ expect: sums })).min(60)
  return cases.parse(JSON.parse(readFileSync(new URL('../../vectors/ltci-2021.json', import.meta.url), 'utf8')))
}
