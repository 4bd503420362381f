import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { inOrder } from './in-order.js'

describe('work in order', () => {
  it('gives results in the order of the things, however long each takes', async () =>
    expect(await all([30, 10, 20, 0].map((rest) => ({ key: String(rest), rest })))).toEqual([30, 10, 20, 0]))

  it('works on things of one key one after the other', async () => {
    const log: string[] = []
    await all(
      [
        { key: 'a', rest: 20 },
        { key: 'b', rest: 0 },
        { key: 'a', rest: 0 },
      ],
      { log },
    )
    expect(log).toEqual(['begin a 20', 'begin b 0', 'end b 0', 'end a 20', 'begin a 0', 'end a 0'])
  })

  it('takes no more things while enough are under way', async () => {
    let underWay = 0
    let most = 0
    const work = async (): Promise<void> => {
      most = Math.max(most, (underWay += 1))
      await sleep(1)
      underWay -= 1
    }
    await Array.fromAsync(inOrder(pages(Array.from({ length: 50 }, (_, nth) => nth)), { most: 7, keyOf: String, work, holds: () => false }))
    expect(most).toBe(7)
  })

  it('fails with the first failure in the order of the things, when all that was begun has ended', async () => {
    const log: string[] = []
    const things = [
      { key: 'a', rest: 5 },
      { key: 'b', rest: 20, fails: true },
      { key: 'c', rest: 0, fails: true },
      { key: 'd', rest: 40 },
    ]
    await expect(all(things, { log })).rejects.toThrow('b')
    expect(log.at(-1)).toBe('end d 40')
  })

  it('does not go on with a key after a failure', async () => {
    const log: string[] = []
    await expect(
      all(
        [
          { key: 'a', rest: 1, fails: true },
          { key: 'a', rest: 0 },
        ],
        { log },
      ),
    ).rejects.toThrow('a')
    expect(log).toEqual(['begin a 1'])
  })

  it('holds a key back after a result that asks for it, until the consumer is done', async () => {
    const told: string[] = []
    const work = async (nth: number): Promise<number> => {
      told.push(`begun ${nth}`)
      return nth
    }
    const results = inOrder(pages([0, 1, 2]), { most: 3, keyOf: () => 'one', work, holds: (nth) => nth === 0 })
    for await (const group of results) told.push(...group.map((nth) => `consumed ${nth}`))
    expect(told.indexOf('begun 1')).toBeGreaterThan(told.indexOf('consumed 0'))
    expect(told.filter((one) => one.startsWith('consumed'))).toEqual(['consumed 0', 'consumed 1', 'consumed 2'])
  })

  it('gives together what is over together, so that a slow consumer is asked less often', async () => {
    const results = inOrder(pages([0, 1, 2, 3]), { most: 4, keyOf: String, work: async (nth) => nth, holds: () => false })
    expect(await Array.fromAsync(results)).toEqual([[0, 1, 2, 3]])
  })

  it('ends at once when the consumer leaves while a key is held', async () => {
    const results = inOrder(pages([0, 1, 2]), { most: 2, keyOf: () => 'one', work: async (nth) => nth, holds: () => true })
    for await (const [nth] of results) if (nth === 0) break
    expect((await results.next()).done).toBe(true)
  })
})

interface Thing {
  readonly key: string
  readonly rest: number
  readonly fails?: boolean
}

async function* pages<One>(things: readonly One[]): AsyncGenerator<readonly One[]> {
  yield await Promise.resolve(things.slice(0, 2))
  yield things.slice(2)
}

const all = async (things: readonly Thing[], { log = [] }: { log?: string[] } = {}): Promise<number[]> => {
  const groups = await Array.fromAsync(
    inOrder(pages(things), {
      holds: () => false,
      most: 100,
      keyOf: ({ key }) => key,
      work: async ({ key, rest, fails }) => {
        log.push(`begin ${key} ${rest}`)
        await sleep(rest)
        if (fails) throw new Error(key)
        log.push(`end ${key} ${rest}`)
        return rest
      },
    }),
  )
  return groups.flat()
}
