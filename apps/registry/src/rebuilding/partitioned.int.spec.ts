import { setTimeout as rest } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { progressOf } from '@concord/projections'
import type { LogPage, Place, PublishedLog } from '@concord/published-log'
import { openBeside } from './beside.js'
import { compareVersions } from './compare-versions.js'
import { fill } from './fill.js'
import { swap } from './swap.js'
import { faultsOf, noFaults } from './testing/faults-of.js'
import { somebody } from './testing/lives.js'
import { lookupsBeside } from './testing/lookups-beside.js'
import { partitionedLog } from './testing/partitioned-log.js'
import { rebuildingRegistry } from './testing/rebuilding-registry.js'
import { keptVersion, rebuiltVersion } from './versions.js'

describe('on a log whose topics are split, a rebuild', () => {
  it('is swapped beside lookups and events, and gone back from', async () => {
    const { lives, publishGraded, filled, swapped, ground } = registry()
    const persons = await publishGraded(200)
    const watched = await lookupsBeside(registry(), lives, persons, async () => {
      await swapped(await filled(rebuiltVersion))
      await swapped(await filled(keptVersion))
    })
    expect(watched).toMatchObject({ failures: [], stale: [] })
    expect(await faultsOf(registry())).toEqual(noFaults)
    expect(await progressOf(ground.live)).toHaveLength(12)
  })

  it('finds by its place who moves', async () => {
    const { ground, lives, publish, publishGraded, filled, stopProjector, rows } = registry()
    const [person = somebody(), other = somebody()] = await publishGraded(20)
    await stopProjector()
    await publish(lives.revoked(person))
    await rows(`UPDATE registry.decisions SET decision = '{}' WHERE person = '${other}'`)
    expect(await compareVersions(ground, await filled(rebuiltVersion))).toMatchObject({ different: 1, moving: 1, examples: [other] })
  })

  it('is swapped beside events though it takes the log long to begin to be followed', async () => {
    const { ground, lives, publish, publishGraded, filled } = registry()
    await publishGraded(20)
    const { projection, ...beside } = await filled(rebuiltVersion)
    const compared = await compareVersions(ground, { projection, ...beside })
    const over = new AbortController()
    const publishing = (async () => {
      while (!over.signal.aborted) {
        await publish(...lives.graded(somebody()))
        await rest(20)
      }
    })()
    const slow = { ...projection, log: slowToBegin(projection.log, 5_500) }
    const swapped = await swap(ground, { ...beside, projection: slow }, compared).finally(() => over.abort())
    await publishing
    expect(swapped.milliseconds).toBeLessThan(5_500)
    expect(await faultsOf(registry())).toEqual(noFaults)
  })

  it('is not swapped when one place lacks what the registry has of it', async () => {
    const { ground, publishGraded, stopProjector, rows } = registry()
    await publishGraded(20)
    await stopProjector()
    const [last] = await rows<{ position: string }>(
      `SELECT position FROM registry.projection_checkpoint WHERE topic = 'healthcare-security' AND partition = 0`,
    )
    const damaged = { ...ground, log: without(ground.log, { topic: 'healthcare-security', partition: 0 }, BigInt(last?.position ?? 0)) }
    const beside = await openBeside(damaged, rebuiltVersion)
    try {
      expect(await fill(damaged, beside, AbortSignal.timeout(30_000))).toBe(true)
      const compared = await compareVersions(damaged, beside)
      await expect(swap(damaged, beside, compared)).rejects.toThrow('applied events of healthcare-security that the log does not hold')
    } finally {
      await beside.close()
    }
  })
})

/** As Kafka is, which lets a new group wait for more members. */
const slowToBegin = (log: PublishedLog, milliseconds: number): PublishedLog => ({
  ...log,
  follow: async (topics, follower, signal) => {
    await rest(milliseconds, undefined, { signal }).catch(() => {})
    await log.follow(topics, follower, signal)
  },
})

/** Restored from an older copy: what one place held from a position on is gone. */
const without = (log: PublishedLog, { topic, partition }: Place, from: bigint): PublishedLog => {
  const before = (page: LogPage): LogPage =>
    page.topic === topic && page.partition === partition
      ? {
          ...page,
          events: page.events.filter(({ position }) => position < from),
          sourceRead: page.sourceRead < from ? page.sourceRead : from - 1n,
        }
      : page
  return {
    ...log,
    follow: (topics, { take, ...follower }, signal) => log.follow(topics, { ...follower, take: (page) => take(before(page)) }, signal),
  }
}

const registry = rebuildingRegistry(() => partitionedLog(3))
