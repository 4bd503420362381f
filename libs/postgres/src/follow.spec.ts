import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { follow } from './follow.js'

describe('who follows rows', () => {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }))
  afterEach(() => void jest.useRealTimers())

  it('gets all of them in order, page by page', async () => {
    const table = rowsOf(1n, 2n, 3n, 4n, 5n)
    const { pages, stop } = following(table)
    await pass(0)
    await stop()
    expect(pages).toEqual([[1n, 2n], [3n, 4n], [5n]])
  })

  it('looks ever more seldom while nothing comes, and not more seldom than agreed', async () => {
    const table = rowsOf()
    const { stop } = following(table)
    await pass(10_000)
    const before = table.looks
    await pass(longestRest * 10)
    expect(table.looks - before).toBe(10)
    await stop()
  })

  it('looks at once when it is woken, and often for a while after', async () => {
    const table = rowsOf()
    const { pages, stop } = following(table)
    await pass(10_000)
    const before = table.looks
    table.wake()
    await pass(100)
    expect(table.looks - before).toBeGreaterThanOrEqual(5)
    table.add(1n)
    table.wake()
    await pass(0)
    expect(pages).toEqual([[1n]])
    await stop()
  })

  it('gets without being woken what came at its next look', async () => {
    const table = rowsOf()
    const { pages, stop } = following(table)
    await pass(10_000)
    table.add(1n)
    await pass(longestRest)
    expect(pages).toEqual([[1n]])
    await stop()
  })

  it('does not miss what woke it while it was looking', async () => {
    const table = rowsOf()
    const { pages, stop } = following(table)
    await pass(10_000)
    table.whileLooking(() => {
      table.add(1n)
      table.wake()
    })
    table.wake()
    await pass(0)
    expect(pages).toEqual([[1n]])
    await stop()
  })

  it('ends at once when it is stopped while it rests, and listens no longer', async () => {
    const table = rowsOf()
    const { stop } = following(table)
    await pass(10_000)
    await stop()
    expect(table.listeners).toBe(0)
  })
})

const longestRest = 1_000

/** Lets so much time go by, and whatever comes of it happen. */
const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds)

/** A table that gives two rows a page. */
const rowsOf = (...rows: bigint[]) => {
  let wakers: (() => void)[] = []
  let meanwhile = (): void => {}
  const table = {
    looks: 0,
    get listeners() {
      return wakers.length
    },
    add: (row: bigint) => void rows.push(row),
    wake: () => wakers.forEach((wake) => wake()),
    /** Happens once, after the next look has seen what there is. */
    whileLooking: (happens: () => void) => {
      meanwhile = () => {
        meanwhile = () => {}
        happens()
      }
    },
    page: (after: bigint) => {
      table.looks += 1
      const seen = rows.filter((row) => row > after).slice(0, 2)
      meanwhile()
      return Promise.resolve(seen)
    },
    listen: (wake: () => void) => {
      wakers.push(wake)
      return () => {
        wakers = wakers.filter((one) => one !== wake)
      }
    },
  }
  return table
}

/** @returns the pages that came so far, and how to stop; stopping waits until it has ended. */
const following = ({ page, listen }: ReturnType<typeof rowsOf>) => {
  const pages: (readonly bigint[])[] = []
  const over = new AbortController()
  const ended = (async () => {
    for await (const rows of follow({ page, listen, placeOf: (row) => row, pollMilliseconds: longestRest }, 0n, over.signal))
      pages.push(rows)
  })()
  return { pages, stop: () => (over.abort(), ended) }
}
