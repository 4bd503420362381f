import { describe, expect, it } from '@jest/globals'
import { comaBegan, somebody } from '@concord/published-log/testing'
import { diaryOfSpecs } from '@concord/projections/testing'
import { eventually } from '@concord/testing'
import { type AppliedPage, catchUp, parkedPersons, type Projection, progressOf, runProjection, waiterFor } from './index.js'

const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((one, other) => one - other)

describe('a projection', () => {
  const diary = diaryOfSpecs()
  const { written, publish } = diary
  const now = () => AbortSignal.timeout(10_000)
  const mei = somebody()

  it('applies every event of its topics, past and live, and tells its progress', async () => {
    await publish(comaBegan(1n), comaBegan(2n))
    const stop = new AbortController()
    const projection = await diary.open()
    const running = runProjection(projection, stop.signal)
    await publish(comaBegan(5n))
    await diary.log().publish('civil-affairs', [comaBegan(3n)], 3n)
    const waitFor = waiterFor(projection)
    expect(await waitFor({ person: mei, context: 'health', position: 5n }, 5_000)).toBe(true)
    expect(await waitFor({ person: mei, context: 'civil-affairs', position: 3n }, 5_000)).toBe(true)
    stop.abort()
    await running
    expect(sorted(await written())).toEqual([1, 2, 3, 5])
    const recordedAt = new Date(comaBegan(1n).recordedAt)
    expect(await progressOf(projection)).toEqual([
      { topic: 'health', partition: 0, position: 5n, offset: 3n, head: 3n, lag: 0, recordedAt },
      { topic: 'civil-affairs', partition: 0, position: 3n, offset: 1n, head: 1n, lag: 0, recordedAt },
    ])
  })

  it('tells whoever watches what each page brought that is new, once it is stored', async () => {
    const pages: (AppliedPage & { readonly stored: number })[] = []
    const watched = async (bad?: ReadonlySet<bigint>): Promise<Projection> => {
      const projection = await diary.open(bad)
      return {
        ...projection,
        onApplied: (page) => void written().then((positions) => pages.push({ ...page, stored: positions.length })),
      }
    }
    const [first, second] = [comaBegan(1n), comaBegan(2n)]
    await publish(first, second, first)
    const began = new Date()
    await catchUp(await watched(), now())
    await publish(second)
    await catchUp(await watched(), now())
    await publish(comaBegan(3n))
    await catchUp(await watched(new Set([3n])), now())
    await eventually(() =>
      expect(pages.map(({ events, stored }) => [events.length, stored])).toEqual([
        [2, 2],
        [1, 2],
      ]),
    )
    expect(pages[0]).toMatchObject({ topic: 'health', partition: 0, events: [first, second] })
    expect(pages.every((page) => page.began >= began)).toBe(true)
  })

  it('drops what a publisher repeats, within a page and across restarts', async () => {
    const [first, second, third] = [comaBegan(1n), comaBegan(2n), comaBegan(3n)]
    await publish(first, second, first, second)
    await catchUp(await diary.open(), now())
    await publish(second, third)
    await catchUp(await diary.open(), now())
    expect(await written()).toEqual([1, 2, 3])
  })

  it('is applied up to the heads of now and then stops: a rebuild in another schema', async () => {
    await publish(comaBegan(1n), comaBegan(2n))
    await catchUp(await diary.open(), now())
    diary.anew()
    await catchUp(await diary.open(), now())
    expect(await written()).toEqual([1, 2])
  })

  it('says when it was stopped before it had all', async () => {
    await publish(comaBegan(1n))
    const projection = await diary.open()
    expect(await catchUp(projection, AbortSignal.abort())).toBe(false)
    expect(await catchUp(projection, now())).toBe(true)
  })

  it('catches up in short transactions, however long a page is, and stops between two of them', async () => {
    await publish(...Array.from({ length: 1_200 }, (_, nth) => comaBegan(BigInt(nth + 1))))
    const projection = await diary.open()
    const steps: number[] = []
    const failing: Projection = {
      ...projection,
      apply: async (events, client) => {
        if (steps.length === 2) await client.query('SELECT FROM a_table_that_is_missing')
        steps.push(events.length)
        await projection.apply(events, client)
      },
    }
    await expect(catchUp(failing, now())).rejects.toThrow('a_table_that_is_missing')
    expect(steps).toEqual([500, 500])
    expect(await progressOf(projection)).toMatchObject([{ position: 1_000n, lag: 200 }, { lag: 0 }])
    expect(await catchUp(projection, now())).toBe(true)
    expect(await written()).toEqual(Array.from({ length: 1_200 }, (_, nth) => nth + 1))
  })

  it('stores nothing of a page when its transaction fails for a reason that is not the events’, and applies it later', async () => {
    await publish(comaBegan(1n), comaBegan(2n))
    const sound = await diary.open()
    const broken: Projection = {
      ...sound,
      apply: async (events, client) => {
        await sound.apply(events, client)
        await client.query('SELECT FROM a_table_that_is_missing')
      },
    }
    await expect(catchUp(broken, now())).rejects.toThrow('a_table_that_is_missing')
    expect(await written()).toEqual([])
    expect(await parkedPersons(broken)).toEqual([])
    await catchUp(sound, now())
    expect(await written()).toEqual([1, 2])
  })

  it('is applied once by two runners at a time, and goes on when one of them stops', async () => {
    const stops = [new AbortController(), new AbortController()]
    const projection = await diary.open()
    const running = stops.map(({ signal }) => runProjection(projection, signal))
    const publishSome = async (from: number, count: number) => {
      for (let nth = from; nth < from + count; nth++) await publish(comaBegan(BigInt(nth + 1)))
    }
    await publishSome(0, 50)
    await eventually(async () => expect(await written()).toHaveLength(50))
    stops[0]?.abort()
    await running[0]
    await publishSome(50, 50)
    await eventually(async () => expect(await written()).toHaveLength(100))
    stops[1]?.abort()
    await running[1]
    expect(await written()).toEqual(Array.from({ length: 100 }, (_, nth) => nth + 1))
  })

  describe('that a caller waits for', () => {
    const waiting = async (position: bigint, sourceRead: bigint) => {
      await diary.log().publish('health', [comaBegan(4n), comaBegan(6n)], sourceRead)
      const projection = await diary.open()
      await catchUp(projection, now())
      await diary.log().publish('health', [comaBegan(20n)], 20n)
      return waiterFor(projection)({ person: mei, context: 'health', position }, 50)
    }

    it('has what was recorded before its last event', async () => expect(await waiting(5n, 6n)).toBe(true))
    it('has what stays private once the relay passed it', async () => expect(await waiting(9n, 9n)).toBe(true))
    it('does not have what the relay has not reached', async () => expect(await waiting(9n, 8n)).toBe(false))
    it('does not have what is published and not applied', async () => expect(await waiting(20n, 9n)).toBe(false))
  })
})
