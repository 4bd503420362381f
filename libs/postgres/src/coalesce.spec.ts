import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { coalesce } from './coalesce.js'

/** Doubles numbers, and remembers which went together. */
const doubling = ({ lanes = 1, most = 100, keyOf }: { lanes?: number; most?: number; keyOf?: (ask: number) => unknown } = {}) => {
  const groups: number[][] = []
  const double = coalesce<number, number>({
    lanes,
    most,
    ...(keyOf && { keyOf }),
    send: async (group) => {
      groups.push([...group])
      await sleep(5)
      if (group.includes(13)) throw new Error('the server went away')
      return group.map((ask) => (ask < 0 ? new Error('not negative') : ask * 2))
    },
  })
  return { double, groups }
}

describe('calls that come at the same moment', () => {
  it('leave together and get each its own answer', async () => {
    const { double, groups } = doubling()
    expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6])
    expect(groups).toEqual([[1, 2, 3]])
  })

  it('wait together while all lanes are taken', async () => {
    const { double, groups } = doubling()
    const first = double(1)
    await sleep(1)
    expect(await Promise.all([first, double(2), double(3)])).toEqual([2, 4, 6])
    expect(groups).toEqual([[1], [2, 3]])
  })

  it('leave in groups of a limited size', async () => {
    const { double, groups } = doubling({ most: 2 })
    await Promise.all([1, 2, 3, 4, 5].map(double))
    expect(groups).toEqual([[1, 2], [3, 4], [5]])
  })

  it('never travel with another of their key, and keep its order', async () => {
    const { double, groups } = doubling({ lanes: 3, keyOf: (ask) => ask % 2 })
    await Promise.all([1, 3, 2, 5].map(double))
    expect(groups).toEqual([[1, 2], [3], [5]])
  })

  it('fail alone when only they are refused', async () => {
    const { double } = doubling()
    expect(await Promise.allSettled([1, -1].map(double))).toMatchObject([{ value: 2 }, { reason: new Error('not negative') }])
  })

  it('fail together when their group does, and the next go on', async () => {
    const { double } = doubling()
    expect(await Promise.allSettled([1, 13].map(double))).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }])
    expect(await double(2)).toBe(4)
  })
})
