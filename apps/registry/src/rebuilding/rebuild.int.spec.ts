import { setTimeout as rest } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import type { PublishedEvent } from '@concord/contracts'
import { parkedPersons, releaseParked } from '@concord/projections'
import { aloneOrRefused } from './alone-or-refused.js'
import { openBeside } from './beside.js'
import { compareVersions } from './compare-versions.js'
import { fill } from './fill.js'
import { faultsOf, noFaults } from './testing/faults-of.js'
import { somebody } from './testing/lives.js'
import { lookupsBeside } from './testing/lookups-beside.js'
import { rebuildingRegistry } from './testing/rebuilding-registry.js'
import { forgetVersion, keptVersion, rebuiltVersion, versionBeside } from './versions.js'

describe('a rebuild of the registry', () => {
  it('goes on beside 200 lookups a second and new events: none fails, none is stale, and every event is applied once', async () => {
    const { lives, publishGraded, filled, swapped } = registry()
    const persons = await publishGraded(400)
    const watched = await lookupsBeside(registry(), lives, persons, async () => {
      const beside = await filled(rebuiltVersion)
      expect(await compareVersions(registry().ground, beside)).toMatchObject({ different: 0, mistold: 0, parked: 0, examples: [] })
      await swapped(beside)
      await rest(500)
      await swapped(await filled(keptVersion))
      await rest(200)
    })
    expect(watched).toMatchObject({ failures: [], stale: [] })
    expect(watched.answered / watched.seconds).toBeGreaterThan(200)
    expect(await faultsOf(registry())).toEqual(noFaults)
  })

  it('says nothing to subscribers before the swap, nor at one that changes nothing', async () => {
    const { publishGraded, filled, swapped, rows } = registry()
    await publishGraded(20)
    const feed = () => rows('SELECT agency, number, answer FROM registry.feed ORDER BY agency, number')
    const before = await feed()
    const beside = await filled(rebuiltVersion)
    expect(await feed()).toEqual(before)
    expect(await swapped(beside)).toMatchObject({ told: 0 })
    expect(await feed()).toEqual(before)
    expect(await rows('SELECT FROM registry_kept.feed')).toEqual([])
  })

  it('goes on where it was stopped', async () => {
    const { ground, publishGraded, filled } = registry()
    await publishGraded(600)
    const stop = new AbortController()
    let first = 0
    const stopped = await openBeside(ground, rebuiltVersion, (events) => {
      first += events
      stop.abort()
    })
    expect(await fill(ground, stopped, stop.signal)).toBe(false)
    await stopped.close()
    let second = 0
    const beside = await filled(rebuiltVersion, (events) => (second += events))
    expect([first > 0, second > 0, first + second]).toEqual([true, true, 1_800])
    expect(await compareVersions(ground, beside)).toMatchObject({ persons: 600, different: 0, moving: 0 })
  })

  it('does not count as different who has events that the registry has not come to', async () => {
    const { ground, lives, publish, publishGraded, filled, stopProjector } = registry()
    const [person = somebody()] = await publishGraded(3)
    await stopProjector()
    await publish(lives.revoked(person), ...lives.graded(somebody()))
    expect(await compareVersions(ground, await filled(rebuiltVersion))).toMatchObject({ persons: 4, different: 0, moving: 2, examples: [] })
  })

  it('parks for itself, and passes what an operator released', async () => {
    const { ground, lives, publish, settled, filled, lookup, swapped } = registry()
    const [released, parked] = [somebody(), somebody()]
    for (const person of [released, parked]) await publish(unreadable(lives.revoked(person)), ...lives.graded(person))
    await settled()
    const [stopped] = await parkedPersons(ground.live, released)
    if (!stopped) throw new Error('nobody is parked')
    expect(await releaseParked(ground.live, stopped, { by: 'operator-1', reason: 'recorded by mistake' })).toBe(true)
    const beside = await filled(rebuiltVersion)
    expect(await compareVersions(ground, beside)).toMatchObject({ different: 0, parked: 1 })
    await swapped(beside)
    expect(await parkedPersons(ground.live)).toMatchObject([{ person: parked, events: 3 }])
    expect([await lookup(released), await lookup(parked)]).toEqual(['recognised', 'unknown'])
  })

  it('is done by one process at a time', async () => {
    const { pool } = registry().database
    const second = aloneOrRefused(pool, () => aloneOrRefused(pool, () => Promise.resolve('done')))
    await expect(second).rejects.toThrow('Another rebuild, swap or roll back of the registry is under way')
    expect(await aloneOrRefused(pool, () => Promise.resolve('done'))).toBe('done')
  })

  it('is forgotten when told', async () => {
    const { database, filled } = registry()
    expect(await versionBeside(database.pool)).toBeUndefined()
    await filled(rebuiltVersion)
    expect(await versionBeside(database.pool)).toBe(rebuiltVersion)
    await forgetVersion(database.pool, rebuiltVersion)
    expect(await versionBeside(database.pool)).toBeUndefined()
  })
})

const registry = rebuildingRegistry()

/** A later version of the agency may say what this one does not know. */
const unreadable = (event: PublishedEvent): PublishedEvent => ({ ...event, type: 'Unheard' }) as unknown as PublishedEvent
