import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { decodePublished, type PublishedEvent } from '@concord/contracts'
import { UnknownOffset, type LoggedEvent, type Offset, type PublishedLog, type Topic } from '@concord/published-log'
import { comaBegan, somebody } from './events.js'

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

    const publish = async (...events: PublishedEvent[]) => log.publish('health', events)
    const head = async () => (await log.ahead('health', 0n)).head
    const take = async (count: number, after: Offset): Promise<LoggedEvent[]> => {
      const leave = new AbortController()
      const seen: LoggedEvent[] = []
      for await (const page of log.subscribe('health', after, leave.signal)) {
        seen.push(...page)
        if (seen.length >= count) leave.abort()
      }
      return seen.slice(0, count)
    }

    it('gives back what was published, in order, past and live', async () => {
      await publish(comaBegan(1n))
      const start = await head()
      const [past, live] = [comaBegan(2n), [comaBegan(3n), comaBegan(4n)]]
      await publish(past)
      const watching = take(3, start)
      await publish(...live)
      const seen = await watching
      expect(seen.map(({ body }) => decodePublished(body))).toEqual([past, ...live])
      expect(seen.map(({ person, position }) => ({ person, position }))).toEqual(
        [past, ...live].map(({ person, position }) => ({ person, position })),
      )
    })

    it('goes on after any offset that a consumer has seen', async () => {
      await publish(...Array.from({ length: 5 }, (_, nth) => comaBegan(BigInt(nth))))
      const all = await take(5, 0n)
      for (const [nth, { offset }] of all.slice(0, -1).entries()) expect((await take(1, offset))[0]).toEqual(all[nth + 1])
    })

    it('keeps what a publisher repeats: consumers drop it by its source position', async () => {
      const start = await log.ahead('health', 0n)
      const event = comaBegan(5n)
      await publish(event)
      await publish(event)
      expect((await take(2, start.head)).map(({ position }) => position)).toEqual([5n, 5n])
    })

    it('keeps topics apart', async () => {
      await publish(comaBegan(6n))
      expect(await log.ahead('civil-affairs', 0n)).toEqual({ head: 0n, events: 0 })
      expect(await Array.fromAsync(log.subscribe('civil-affairs', 0n, AbortSignal.timeout(50)))).toEqual([])
    })

    it('tells how much is ahead of a consumer', async () => {
      await publish(comaBegan(7n))
      const start = await head()
      await publish(comaBegan(8n), comaBegan(9n))
      const end = await head()
      expect(end).toBeGreaterThan(start)
      expect(await log.ahead('health', start)).toEqual({ head: end, events: 2 })
      expect(await log.ahead('health', end)).toEqual({ head: end, events: 0 })
    })

    it('ends a subscription when its signal aborts', async () => {
      expect(await Array.fromAsync(log.subscribe('health', await head(), AbortSignal.timeout(30)))).toEqual([])
      expect(await Array.fromAsync(log.subscribe('health', 0n, AbortSignal.abort()))).toEqual([])
    })

    it('refuses to go on after an offset where no event stands', async () => {
      await expect(take(1, (await head()) + 1_000_000_000n)).rejects.toThrow(UnknownOffset)
    })

    it('shows every event exactly once and each person’s in order, however late publishers commit', async () => {
      const start = await head()
      const watching = take(writers * roundsEach * 2, start)
      const ids = await Promise.all(Array.from({ length: writers }, () => publishInOrder(made)))
      const seen = await watching
      const byPerson = Map.groupBy(seen, ({ person }) => person)
      for (const events of byPerson.values()) expect(events.map(({ position }) => position)).toEqual(events.map((_, nth) => BigInt(nth)))
      expect(new Set(seen.map(({ body }) => decodePublished(body).id))).toEqual(new Set(ids.flat()))
      expect(seen.every(({ offset }, nth) => nth === 0 || offset > (seen[nth - 1]?.offset ?? 0n))).toBe(true)
      await sleep(20)
      expect(await log.ahead('health', start)).toMatchObject({ events: seen.length })
    }, 60_000)
  })
}

const publishInOrder = async ({ publishSlowly }: LogUnderTest): Promise<string[]> => {
  const person = somebody()
  const ids: string[] = []
  for (let round = 0; round < roundsEach; round++) {
    const events = [comaBegan(BigInt(2 * round), person), comaBegan(BigInt(2 * round + 1), person)]
    await publishSlowly('health', events, Math.random() * 8)
    ids.push(...events.map(({ id }) => id))
  }
  return ids
}
