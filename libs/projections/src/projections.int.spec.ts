import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from '@jest/globals'
import type { PublishedEvent } from '@concord/contracts'
import type { PersonId } from '@concord/identity'
import { inMemoryPublishedLog, type LoggedEvent, type LogPage, type PublishedLog } from '@concord/published-log'
import { comaBegan, somebody } from '@concord/published-log/testing'
import { databaseOfSpecs, eventually } from '@concord/testing'
import {
  type AppliedPage,
  catchUp,
  parkedByTopic,
  parkedPersons,
  prepareProjection,
  progressOf,
  releaseParked,
  repeatReleases,
  retryParked,
  runProjection,
  waiterFor,
  type Projection,
} from './index.js'

const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((one, other) => one - other)

describe('a projection', () => {
  const database = databaseOfSpecs()
  let log: PublishedLog
  let schema: string
  beforeEach(() => {
    log = inMemoryPublishedLog()
    schema = `s${randomUUID().replaceAll('-', '')}`
  })

  /** Writes down each event that it is given; cannot bear the positions in `bad`. */
  const diary = async (bad: ReadonlySet<bigint> = new Set(), from: PublishedLog = log): Promise<Projection> => {
    const projection: Projection = {
      name: 'diary',
      log: from,
      topics: ['health', 'civil-affairs'],
      pool: database().pool,
      schema,
      apply: async (events, client) => {
        if (events.some(({ position }) => bad.has(position))) throw new Error('cannot be applied')
        const columns = [events.map(({ person }) => person), events.map(({ position }) => position)]
        await client.query('INSERT INTO diary (person, position) SELECT * FROM unnest($1::text[], $2::bigint[])', columns)
      },
    }
    await prepareProjection(projection)
    await database().pool.query(
      `CREATE TABLE IF NOT EXISTS ${schema}.diary (nth int GENERATED ALWAYS AS IDENTITY, person text, position bigint)`,
    )
    return projection
  }
  const written = async (of?: PersonId): Promise<number[]> => {
    const { rows } = await database().pool.query<{ position: string }>(
      `SELECT position FROM ${schema}.diary WHERE $1::text IS NULL OR person = $1 ORDER BY nth`,
      [of],
    )
    return rows.map(({ position }) => Number(position))
  }
  const publish = async (...events: PublishedEvent[]) => log.publish('health', events, events.at(-1)?.position ?? 0n)
  const now = () => AbortSignal.timeout(10_000)
  const [mei, wang, li] = [somebody(), somebody(), somebody()]

  it('applies every event of its topics, past and live, and tells its progress', async () => {
    await publish(comaBegan(1n), comaBegan(2n))
    const stop = new AbortController()
    const projection = await diary()
    const running = runProjection(projection, stop.signal)
    await publish(comaBegan(5n))
    await log.publish('civil-affairs', [comaBegan(3n)], 3n)
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
      const projection = await diary(bad)
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
    await catchUp(await diary(), now())
    await publish(second, third)
    await catchUp(await diary(), now())
    expect(await written()).toEqual([1, 2, 3])
  })

  it('is applied up to the heads of now and then stops: a rebuild in another schema', async () => {
    await publish(comaBegan(1n), comaBegan(2n))
    await catchUp(await diary(), now())
    const live = schema
    schema = `${live}_2`
    await catchUp(await diary(), now())
    expect(await written()).toEqual([1, 2])
  })

  it('says when it was stopped before it had all', async () => {
    await publish(comaBegan(1n))
    const projection = await diary()
    expect(await catchUp(projection, AbortSignal.abort())).toBe(false)
    expect(await catchUp(projection, now())).toBe(true)
  })

  it('catches up in short transactions, however long a page is, and stops between two of them', async () => {
    await publish(...Array.from({ length: 1_200 }, (_, nth) => comaBegan(BigInt(nth + 1))))
    const projection = await diary()
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
    const sound = await diary()
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
    const projection = await diary()
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

  describe('that meets a bad event', () => {
    const bad = new Set([3n])
    const history = () => [comaBegan(1n, mei), comaBegan(2n, wang), comaBegan(3n, wang), comaBegan(4n, wang), comaBegan(5n, li)]

    it('parks its person from that event on, and goes on with everyone else', async () => {
      await publish(...history())
      await catchUp(await diary(bad), now())
      await publish(comaBegan(6n, wang), comaBegan(7n, mei))
      const projection = await diary(bad)
      await catchUp(projection, now())
      expect(sorted(await written())).toEqual([1, 2, 5, 7])
      expect(await parkedPersons(projection)).toEqual([
        {
          person: wang,
          topic: 'health',
          position: 3n,
          error: expect.stringMatching(/^Error at .*projections\.int\.spec\.ts:\d+/),
          since: expect.any(Date),
          events: 3,
        },
      ])
      expect(await parkedByTopic(projection)).toEqual(new Map([['health', 1]]))
    })

    it('keeps why, and nothing of what the event says', async () => {
      await publish(comaBegan(1n, wang))
      const projection: Projection = {
        ...(await diary()),
        apply: async (_events, client) => void (await client.query(`SELECT '1944-05-06 in secret'::date`)),
      }
      await catchUp(projection, now())
      expect(await parkedPersons(projection)).toMatchObject([{ person: wang, error: 'DatabaseError: code 22007' }])
    })

    it('applies what waited, in order, when a retry succeeds', async () => {
      await publish(...history())
      await catchUp(await diary(bad), now())
      const before = await parkedPersons(await diary(bad))
      expect(await retryParked(await diary(bad), wang)).toBe(false)
      expect(await parkedPersons(await diary(bad))).toEqual(before)
      expect(await written(wang)).toEqual([2])
      const repaired = await diary()
      expect(await retryParked(repaired, wang)).toBe(true)
      expect(await written(wang)).toEqual([2, 3, 4])
      expect(await parkedPersons(repaired)).toEqual([])
      expect(await parkedByTopic(repaired)).toEqual(new Map())
    })

    it('goes on without the event when an operator releases it, and keeps a record of that', async () => {
      await publish(...history())
      const projection = await diary(bad)
      await catchUp(projection, now())
      expect(await releaseParked(projection, wang, { by: 'operator-1', reason: 'recorded by mistake' })).toBe(true)
      await publish(comaBegan(6n, wang))
      await catchUp(projection, now())
      expect(await written(wang)).toEqual([2, 4, 6])
      const { rows } = await database().pool.query(`SELECT position, released FROM ${schema}.projection_parked`)
      expect(rows).toMatchObject([{ position: '3', released: { by: 'operator-1', reason: 'recorded by mistake' } }])
    })

    it('goes on without it in another version too, which parks what nobody released', async () => {
      await publish(...history(), comaBegan(6n, mei), comaBegan(7n, mei))
      const both = new Set([3n, 6n])
      const live = await diary(both)
      await catchUp(live, now())
      await releaseParked(live, wang, { by: 'operator-1', reason: 'recorded by mistake' })
      schema = `${schema}_2`
      const other = await diary(both)
      await catchUp(other, now())
      expect(await repeatReleases(live, other)).toBe(1)
      expect(await written(wang)).toEqual([2, 4])
      expect(await parkedPersons(other)).toMatchObject([{ person: mei, position: 6n }])
      const { rows } = await database().pool.query(`SELECT released FROM ${schema}.projection_parked WHERE person = $1`, [wang])
      expect(rows).toMatchObject([{ released: { by: 'operator-1', reason: 'recorded by mistake' } }])
    })

    it('parks a person whose bytes cannot be read', async () => {
      await publish(...history())
      const garble = (event: LoggedEvent): LoggedEvent =>
        event.position === 2n ? { ...event, body: '{"position":"2","type":"Unheard"}' } : event
      const garbled: PublishedLog = {
        ...log,
        follow: (topics, { take, ...follower }, signal) => {
          const takeGarbled = (page: LogPage) => take({ ...page, events: page.events.map(garble) })
          return log.follow(topics, { ...follower, take: takeGarbled }, signal)
        },
      }
      const projection = await diary(new Set(), garbled)
      await catchUp(projection, now())
      expect(sorted(await written())).toEqual([1, 5])
      expect(await parkedPersons(projection)).toMatchObject([
        { person: wang, position: 2n, events: 3, error: expect.stringContaining('UnreadableEvent') },
      ])
    })

    it('finds several among many in one page', async () => {
      const people = Array.from({ length: 200 }, somebody)
      await publish(...people.map((person, nth) => comaBegan(BigInt(nth + 1), person)))
      const projection = await diary(new Set([7n, 8n, 150n]))
      await catchUp(projection, now())
      expect(await written()).toHaveLength(197)
      expect(sorted((await parkedPersons(projection)).map(({ position }) => Number(position)))).toEqual([7, 8, 150])
    })
  })

  describe('that a caller waits for', () => {
    const waiting = async (position: bigint, sourceRead: bigint) => {
      await log.publish('health', [comaBegan(4n), comaBegan(6n)], sourceRead)
      const projection = await diary()
      await catchUp(projection, now())
      await log.publish('health', [comaBegan(20n)], 20n)
      return waiterFor(projection)({ person: mei, context: 'health', position }, 50)
    }

    it('has what was recorded before its last event', async () => expect(await waiting(5n, 6n)).toBe(true))
    it('has what stays private once the relay passed it', async () => expect(await waiting(9n, 9n)).toBe(true))
    it('does not have what the relay has not reached', async () => expect(await waiting(9n, 8n)).toBe(false))
    it('does not have what is published and not applied', async () => expect(await waiting(20n, 9n)).toBe(false))
  })
})
