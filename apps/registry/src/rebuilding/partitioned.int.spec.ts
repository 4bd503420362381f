import { describe, expect, it } from '@jest/globals'
import { progressOf } from '@concord/projections'
import { compareVersions } from './compare-versions.js'
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
})

const registry = rebuildingRegistry(() => partitionedLog(3))
