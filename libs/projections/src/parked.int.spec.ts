import { describe, expect, it } from '@jest/globals'
import { encodePublished } from '@concord/contracts'
import type { PersonId } from '@concord/identity'
import type { LoggedEvent, LogPage, PublishedLog } from '@concord/published-log'
import { comaBegan, somebody } from '@concord/published-log/testing'
import { diaryOfSpecs } from '@concord/projections/testing'
import { eventually } from '@concord/testing'
import {
  catchUp,
  NotStoppedByThat,
  parkedByTopic,
  parkedPersons,
  type Projection,
  releaseParked,
  repeatReleases,
  retryParked,
  runProjection,
} from './index.js'

describe('a projection that meets a bad event', () => {
  const diary = diaryOfSpecs()
  const { written, publish } = diary
  const now = () => AbortSignal.timeout(10_000)
  const [mei, wang, li] = [somebody(), somebody(), somebody()]
  const release = { by: 'operator-1', reason: 'recorded by mistake' }
  /** Without the event that stops this person. */
  const released = async (projection: Projection, person: PersonId): Promise<boolean> => {
    const [parked] = await parkedPersons(projection, person)
    if (!parked) throw new Error('nobody is parked')
    return releaseParked(projection, parked, release)
  }
  const whoeverWaitsForALock = async (): Promise<unknown[]> => {
    const waiting = `SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`
    return (await diary.pool().query(waiting)).rows
  }
  const bad = new Set([3n])
  const history = () => [comaBegan(1n, mei), comaBegan(2n, wang), comaBegan(3n, wang), comaBegan(4n, wang), comaBegan(5n, li)]

  it('parks its person from that event on, and goes on with everyone else', async () => {
    await publish(...history())
    await catchUp(await diary.open(bad), now())
    await publish(comaBegan(6n, wang), comaBegan(7n, mei))
    const projection = await diary.open(bad)
    await catchUp(projection, now())
    expect(sorted(await written())).toEqual([1, 2, 5, 7])
    expect(await parkedPersons(projection)).toEqual([
      {
        person: wang,
        topic: 'health',
        position: 3n,
        error: expect.stringMatching(/^Error at .*diary\.ts:\d+/),
        since: expect.any(Date),
        events: 3,
      },
    ])
    expect(await parkedByTopic(projection)).toEqual(new Map([['health', 1]]))
  })

  it('keeps why, and nothing of what the event says', async () => {
    await publish(comaBegan(1n, wang))
    const projection: Projection = {
      ...(await diary.open()),
      apply: async (_events, client) => void (await client.query(`SELECT '1944-05-06 in secret'::date`)),
    }
    await catchUp(projection, now())
    expect(await parkedPersons(projection)).toMatchObject([{ person: wang, error: 'DatabaseError: code 22007' }])
  })

  it('applies what waited, in order, when a retry succeeds', async () => {
    await publish(...history())
    await catchUp(await diary.open(bad), now())
    const before = await parkedPersons(await diary.open(bad))
    expect(await retryParked(await diary.open(bad), wang)).toBe(false)
    expect(await parkedPersons(await diary.open(bad))).toEqual(before)
    expect(await written(wang)).toEqual([2])
    const repaired = await diary.open()
    expect(await retryParked(repaired, wang)).toBe(true)
    expect(await written(wang)).toEqual([2, 3, 4])
    expect(await parkedPersons(repaired)).toEqual([])
    expect(await parkedByTopic(repaired)).toEqual(new Map())
  })

  it('goes on without the event when an operator releases it, and keeps a record of that', async () => {
    await publish(...history())
    const projection = await diary.open(bad)
    await catchUp(projection, now())
    expect(await released(projection, wang)).toBe(true)
    await publish(comaBegan(6n, wang))
    await catchUp(projection, now())
    expect(await written(wang)).toEqual([2, 4, 6])
    const { rows } = await diary.pool().query(`SELECT position, released FROM ${diary.schema()}.projection_parked`)
    expect(rows).toMatchObject([{ position: '3', released: { by: 'operator-1', reason: 'recorded by mistake' } }])
  })

  it('goes on without it in another version too, which parks what nobody released', async () => {
    await publish(...history(), comaBegan(6n, mei), comaBegan(7n, mei))
    const both = new Set([3n, 6n])
    const live = await diary.open(both)
    await catchUp(live, now())
    await released(live, wang)
    diary.anew()
    const other = await diary.open(both)
    await catchUp(other, now())
    expect(await repeatReleases(live, other)).toBe(1)
    expect(await written(wang)).toEqual([2, 4])
    expect(await parkedPersons(other)).toMatchObject([{ person: mei, position: 6n }])
    const { rows } = await diary.pool().query(`SELECT released FROM ${diary.schema()}.projection_parked WHERE person = $1`, [wang])
    expect(rows).toMatchObject([{ released: { by: 'operator-1', reason: 'recorded by mistake' } }])
  })

  it('does not go on without another event than the one that was looked at', async () => {
    await publish(...history())
    const projection = await diary.open(new Set([3n, 4n]))
    await catchUp(projection, now())
    const [seen] = await parkedPersons(projection, wang)
    if (!seen) throw new Error('nobody is parked')
    expect(await releaseParked(projection, seen, release)).toBe(false)
    await expect(releaseParked(projection, seen, release)).rejects.toThrow(NotStoppedByThat)
    expect(await parkedPersons(projection)).toMatchObject([{ person: wang, position: 4n, events: 1 }])
  })

  it('applies what comes while a retry is under way, once that has succeeded', async () => {
    await publish(...history())
    const stop = new AbortController()
    const running = runProjection(await diary.open(bad), stop.signal)
    try {
      await eventually(async () => expect(await parkedPersons(await diary.open())).toHaveLength(1))
      const [begun, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      const repaired = await diary.open()
      const slowly: Projection['apply'] = async (events, client) => {
        begun.resolve()
        await goOn.promise
        await repaired.apply(events, client)
      }
      const retried = retryParked({ ...repaired, apply: slowly }, wang)
      await begun.promise
      await publish(comaBegan(6n, wang))
      await eventually(async () => expect(await whoeverWaitsForALock()).toHaveLength(1))
      goOn.resolve()
      expect(await retried).toBe(true)
      await eventually(async () => expect(await written(wang)).toEqual([2, 3, 4, 6]))
      expect(await parkedPersons(repaired)).toEqual([])
    } finally {
      stop.abort()
      await running
    }
  })

  /** As it comes to a consumer that does not know the type of the event at position 2. */
  const garbled = (): PublishedLog => {
    const garble = (event: LoggedEvent): LoggedEvent =>
      event.position === 2n ? { ...event, body: '{"position":"2","type":"Unheard"}' } : event
    return {
      ...diary.log(),
      follow: (topics, { take, ...follower }, signal) => {
        const takeGarbled = (page: LogPage) => take({ ...page, events: page.events.map(garble) })
        return diary.log().follow(topics, { ...follower, take: takeGarbled }, signal)
      },
    }
  }

  it('parks what cannot be read once, however often its publisher repeats it, also after its release', async () => {
    const repeated = comaBegan(2n, wang)
    await publish(comaBegan(1n, mei), repeated, repeated)
    const projection = await diary.open(new Set(), garbled())
    await catchUp(projection, now())
    await publish(repeated)
    await catchUp(projection, now())
    expect(await parkedPersons(projection)).toMatchObject([{ person: wang, position: 2n, events: 1 }])
    await released(projection, wang)
    await publish(repeated)
    await catchUp(projection, now())
    expect(await parkedPersons(projection)).toEqual([])
  })

  it('applies once what could not be read, though its publisher repeats it after a retry', async () => {
    const repeated = comaBegan(2n, wang)
    await publish(comaBegan(1n, wang), repeated)
    const projection = await diary.open(new Set(), garbled())
    await catchUp(projection, now())
    const upgraded: Projection = {
      ...projection,
      log: { ...diary.log(), read: (topic, event) => diary.log().read(topic, readably(event)) },
    }
    const readably = ({ person, body }: Pick<LoggedEvent, 'person' | 'body'>) =>
      body.includes('Unheard') ? { person, body: encodePublished(repeated) } : { person, body }
    expect(await retryParked(upgraded, wang)).toBe(true)
    await publish(repeated)
    await catchUp(await diary.open(), now())
    expect(await written(wang)).toEqual([1, 2])
  })

  it('parks a person whose bytes cannot be read', async () => {
    await publish(...history())
    const projection = await diary.open(new Set(), garbled())
    await catchUp(projection, now())
    expect(sorted(await written())).toEqual([1, 5])
    expect(await parkedPersons(projection)).toMatchObject([
      { person: wang, position: 2n, events: 3, error: expect.stringContaining('UnreadableEvent') },
    ])
  })

  it('finds several among many in one page', async () => {
    const people = Array.from({ length: 200 }, somebody)
    await publish(...people.map((person, nth) => comaBegan(BigInt(nth + 1), person)))
    const projection = await diary.open(new Set([7n, 8n, 150n]))
    await catchUp(projection, now())
    expect(await written()).toHaveLength(197)
    expect(sorted((await parkedPersons(projection)).map(({ position }) => Number(position)))).toEqual([7, 8, 150])
  })
})

const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((one, other) => one - other)
