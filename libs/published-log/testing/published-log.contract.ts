import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { PublishedEvent } from '@concord/contracts'
import { type LoggedEvent, type LogPage, type Place, type PublishedLog, type Topic, UnknownOffset } from '@concord/published-log'
import { comaBegan, somebody } from './events.js'
import { eventsOf, eventsWithin, headsOf, takeEvents, takePages } from './taking.js'

export interface LogUnderTest {
  readonly log: PublishedLog
  /** Publishes and rests between taking offsets and becoming visible, as a transaction does whose commit is late. */
  readonly publishSlowly: (topic: Topic, events: readonly PublishedEvent[], restMilliseconds: number) => Promise<void>
  readonly close: () => Promise<void>
}

const writers = 6
const roundsEach = 150

/** What every published log keeps, whatever it stands on. */
export const publishedLogContract = (name: string, makeLog: () => Promise<LogUnderTest>): void => {
  describe(name, () => {
    let made: LogUnderTest
    let log: PublishedLog
    beforeAll(async () => {
      made = await makeLog()
      log = made.log
    })
    afterAll(() => made.close())

    const publish = async (...events: PublishedEvent[]) => log.publish('health', events, events.at(-1)?.position ?? 0n)
    const read = (events: readonly LoggedEvent[]) => Promise.all(events.map((event) => log.read('health', event)))
    /** How many entries come after the heads of some moment. */
    const entriesAfter = async (heads: Awaited<ReturnType<typeof headsOf>>): Promise<number> => {
      const counts = (await log.places(['health'])).map(async (place) => (await log.ahead(place, heads(place))).entries)
      return (await Promise.all(counts)).reduce((sum, one) => sum + one, 0)
    }

    it('gives back what was published, a person’s in order, past and live', async () => {
      const person = somebody()
      await publish(comaBegan(1n))
      const start = await headsOf(log)
      const [past, live] = [comaBegan(2n, person), [comaBegan(3n, person), comaBegan(4n, person)]]
      await publish(past)
      const watching = takeEvents(log, 3, start)
      await publish(...live)
      const seen = await watching
      expect(await read(seen)).toEqual([past, ...live])
      expect(seen.map((event) => event.person)).toEqual([person, person, person])
      expect(seen.map(({ position }) => position)).toEqual([2n, 3n, 4n])
    })

    it('goes on after any offset that a consumer has seen', async () => {
      const person = somebody()
      const start = await headsOf(log)
      await publish(...Array.from({ length: 5 }, (_, nth) => comaBegan(BigInt(nth + 1), person)))
      const place = await log.placeOf('health', person)
      const all = await takeEvents(log, 5, start)
      for (const [nth, { offset }] of all.slice(0, -1).entries()) {
        const begin = (here: Place) => (here.partition === place.partition ? offset : start(here))
        const after = await takePages(log, { begin, until: (pages) => eventsOf(pages).length > 0 })
        expect(eventsOf(after)[0]).toEqual(all[nth + 1])
      }
    })

    it('keeps what a publisher repeats: consumers drop it by its source position', async () => {
      const start = await headsOf(log)
      const event = comaBegan(5n)
      await publish(event)
      await publish(event)
      expect((await takeEvents(log, 2, start)).map(({ position }) => position)).toEqual([5n, 5n])
    })

    it('keeps topics apart', async () => {
      await publish(comaBegan(6n))
      for (const place of await log.places(['civil-affairs'])) expect(await log.ahead(place, 0n)).toEqual({ head: 0n, entries: 0 })
      expect(await eventsWithin(log, 'civil-affairs', 50)).toEqual([])
    })

    it('has a person in the same partition of every topic', async () => {
      for (const person of Array.from({ length: 20 }, somebody)) {
        const [one, other] = [await log.placeOf('health', person), await log.placeOf('civil-affairs', person)]
        expect(one.partition).toBe(other.partition)
        const start = await headsOf(log)
        await publish(comaBegan(1n, person))
        const pages = await takePages(log, { begin: start, until: (seen) => eventsOf(seen).length > 0 })
        expect(pages.find(({ events }) => events.length > 0)?.partition).toBe(one.partition)
      }
    })

    it('tells how much is ahead of a consumer', async () => {
      const person = somebody()
      const place = await log.placeOf('health', person)
      const { head: start } = await log.ahead(place, 0n)
      await publish(comaBegan(8n, person), comaBegan(9n, person))
      const { head: end } = await log.ahead(place, 0n)
      expect(end).toBeGreaterThan(start)
      expect(await log.ahead(place, start)).toEqual({ head: end, entries: 2 })
      expect(await log.ahead(place, end)).toEqual({ head: end, entries: 0 })
    })

    it('tells every place how far the source was read, also where it has nothing for it', async () => {
      const start = await headsOf(log)
      await log.publish('health', [comaBegan(10n)], 12n)
      await log.publish('health', [], 15n)
      const places = await log.places(['health'])
      const readUpTo = (pages: readonly LogPage[], partition: number): bigint =>
        pages.findLast((page) => page.partition === partition)?.sourceRead ?? 0n
      const until = (pages: readonly LogPage[]): boolean => places.every(({ partition }) => readUpTo(pages, partition) >= 15n)
      const pages = await takePages(log, { begin: start, until })
      expect(eventsOf(pages)).toHaveLength(1)
      expect(places.map(({ partition }) => readUpTo(pages, partition))).toEqual(places.map(() => 15n))
    })

    it('goes on where a follower says it is, not where the page ended', async () => {
      const person = somebody()
      const start = await headsOf(log)
      const place = await log.placeOf('health', person)
      await publish(comaBegan(1n, person), comaBegan(2n, person), comaBegan(3n, person))
      const seen: bigint[] = []
      const enough = new AbortController()
      const take = (page: LogPage) => {
        if (page.partition !== place.partition) return Promise.resolve(page.offset)
        seen.push(...page.events.map(({ position }) => position))
        if (seen.length > 3) enough.abort()
        return Promise.resolve(seen.length <= 3 ? (page.events[0]?.offset ?? page.offset) : page.offset)
      }
      await log.follow(['health'], { begin: (here) => Promise.resolve(start(here)), take }, enough.signal)
      expect(seen).toEqual([1n, 2n, 3n, 2n, 3n])
    })

    it('ends when its signal aborts, and fails with what its follower throws', async () => {
      expect(await eventsWithin(log, 'civil-affairs', 30)).toEqual([])
      await expect(takePages(log, { until: () => false, signal: AbortSignal.abort() })).resolves.toEqual([])
      await publish(comaBegan(1n))
      const follower = { begin: () => Promise.resolve(0n), take: () => Promise.reject(new RangeError('cannot take it')) }
      await expect(log.follow(['health'], follower, AbortSignal.timeout(20_000))).rejects.toThrow('cannot take it')
    })

    it('refuses to go on after an offset where nothing stands', async () => {
      const begin = () => 1_000_000_000_000_000n
      await expect(takePages(log, { begin, until: () => true })).rejects.toThrow(UnknownOffset)
    })

    it('shows every event exactly once and each person’s in order, however late publishers commit', async () => {
      const start = await headsOf(log)
      const watching = takeEvents(log, writers * roundsEach * 2, start)
      const ids = await Promise.all(Array.from({ length: writers }, () => publishInOrder(made)))
      const seen = await watching
      const byPerson = Map.groupBy(seen, ({ person }) => person)
      for (const events of byPerson.values()) {
        expect(events.map(({ position }) => position)).toEqual(events.map((_, nth) => BigInt(nth + 1)))
        expect(events.every(({ offset }, nth) => nth === 0 || offset > (events[nth - 1]?.offset ?? 0n))).toBe(true)
      }
      expect((await read(seen)).map(({ id }) => id).toSorted()).toEqual(ids.flat().toSorted())
      expect(await entriesAfter(start)).toBeGreaterThanOrEqual(seen.length)
    }, 60_000)
  })
}

const publishInOrder = async ({ publishSlowly }: LogUnderTest): Promise<string[]> => {
  const person = somebody()
  const ids: string[] = []
  for (let round = 0; round < roundsEach; round++) {
    const events = [comaBegan(BigInt(2 * round + 1), person), comaBegan(BigInt(2 * round + 2), person)]
    await publishSlowly('health', events, Math.random() * 8)
    ids.push(...events.map(({ id }) => id))
  }
  return ids
}
