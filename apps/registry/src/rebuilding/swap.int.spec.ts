import { describe, expect, it } from '@jest/globals'
import type { PersonId } from '@concord/identity'
import { openDatabase } from '@concord/postgres'
import { eventually } from '@concord/testing'
import { takeTurn } from '../projecting/decide-anew.js'
import { foldedTables, openRegistryTables } from '../tables/registry-tables.js'
import { compareVersions } from './compare-versions.js'
import { swap } from './swap.js'
import { faultsOf, noFaults } from './testing/faults-of.js'
import { somebody } from './testing/lives.js'
import { rebuildingRegistry } from './testing/rebuilding-registry.js'
import { keptVersion, rebuiltVersion, versionBeside } from './versions.js'

describe('a swap of the registry’s versions', () => {
  it('tells subscribers what the new version decides otherwise, and so does the way back', async () => {
    const { ground, publishGraded, filled, swapped } = registry()
    const [person = somebody()] = await publishGraded(5)
    await decideWrongly(person)
    const beside = await filled(rebuiltVersion)
    expect(await compareVersions(ground, beside)).toMatchObject({ persons: 5, different: 1, examples: [person], mistold: 0 })
    expect(await swapped(beside)).toMatchObject({ told: 1 })
    expect(await faultsOf(registry())).toEqual(noFaults)
    expect(await toldLast(person)).toEqual(['not-met', 'recognised'])

    expect(await swapped(await filled(keptVersion))).toMatchObject({ told: 1 })
    expect(await faultsOf(registry())).toEqual({ ...noFaults, unlike: [{ person }] })
    expect(await toldLast(person)).toEqual(['recognised', 'not-met'])

    expect(await swapped(await filled(keptVersion))).toMatchObject({ told: 1 })
    expect(await faultsOf(registry())).toEqual(noFaults)
  })

  it('tells a decision also where only the registry’s own row was wrong', async () => {
    const { publishGraded, filled, swapped, rows } = registry()
    const [person = somebody()] = await publishGraded(2)
    await rows(decideOtherwise, [person, wrong, purpose])
    expect(await swapped(await filled(rebuiltVersion))).toMatchObject({ told: 1 })
    expect(await faultsOf(registry())).toMatchObject({ mistold: [], unlike: [], holes: [] })
  })

  it('mends a feed that says something else than the registry', async () => {
    const { ground, publishGraded, filled, swapped, rows } = registry()
    const [person = somebody()] = await publishGraded(3)
    await rows(tellWrongly, [person, wrong, purpose])
    const beside = await filled(rebuiltVersion)
    expect(await compareVersions(ground, beside)).toMatchObject({ different: 0, mistold: 1 })
    expect(await swapped(beside)).toMatchObject({ told: 1 })
    expect(await faultsOf(registry())).toEqual(noFaults)
  })

  it('keeps that nothing is known any more of someone of whom something was told', async () => {
    const { lives, publish, settled, filled, swapped, rows } = registry()
    const [person, forgotten] = [somebody(), somebody()]
    await publish(lives.died(person), lives.died(forgotten))
    await settled()
    await publish(lives.undied(person), lives.undied(forgotten))
    await settled()
    await rows('DELETE FROM registry.decisions WHERE person = $1', [forgotten])
    await swapped(await filled(rebuiltVersion))
    expect(await rows('SELECT DISTINCT person, outcome FROM registry.decisions ORDER BY person')).toEqual(
      [person, forgotten].toSorted().map((one) => ({ person: one, outcome: 'unknown' })),
    )
    expect(await faultsOf(registry())).toMatchObject({ mistold: [], unlike: [] })
  })

  it('tells also what came after the comparison, when the projector stands still', async () => {
    const { ground, lives, publish, publishGraded, filled, stopProjector, startProjector } = registry()
    const [one = somebody(), other = somebody()] = await publishGraded(2)
    const beside = await filled(rebuiltVersion)
    await stopProjector()
    const compared = await compareVersions(ground, beside)
    await publish(lives.died(one), ...lives.graded(somebody()))
    expect((await swap(ground, beside, compared)).told).toBeGreaterThan(1)
    startProjector()
    await publish(lives.died(other))
    expect(await faultsOf(registry())).toEqual(noFaults)
  })

  it('is seen by statements that were prepared before', async () => {
    const { ground, publishGraded, filled, swapped } = registry()
    await publishGraded(2)
    const pooled = openDatabase(ground.url, 3)
    const clients = await Promise.all([pooled.pool.connect(), pooled.pool.connect(), pooled.pool.connect()])
    const asked = (name: string, text: string) =>
      Promise.all(clients.map(async (client) => (await client.query<{ id: string }>({ name, text })).rows[0]?.id))
    const tables = async () => {
      for (const client of clients) await client.query('SET search_path = registry')
      return [
        await asked('facts', 'SELECT tableoid::text AS id FROM registry.facts LIMIT 1'),
        await asked('checkpoints', 'SELECT tableoid::text AS id FROM projection_checkpoint LIMIT 1'),
      ]
    }
    const ids = async () => {
      const [row] = await registry().rows<{ facts: string; checkpoints: string }>(
        `SELECT 'registry.facts'::regclass::oid::text AS facts, 'registry.projection_checkpoint'::regclass::oid::text AS checkpoints`,
      )
      return [Array(3).fill(row?.facts), Array(3).fill(row?.checkpoints)]
    }
    const before = await ids()
    expect(await tables()).toEqual(before)
    await swapped(await filled(rebuiltVersion))
    expect(await ids()).not.toEqual(before)
    expect(await tables()).toEqual(await ids())
    for (const client of clients) client.release()
    await pooled.close()
  })

  it('lets a sweeper go on, which finds what the new version will have to decide', async () => {
    const { publishGraded, filled, swapped, sweep, turnTo, rows } = registry()
    const [person = somebody()] = await publishGraded(3)
    await filled(rebuiltVersion)
    turnTo('2027-02-01')
    const beside = await filled(rebuiltVersion)
    await Promise.all([swapped(beside), sweep(), sweep()])
    expect(await faultsOf(registry())).toEqual(noFaults)
    turnTo('2027-03-01')
    await sweep()
    expect(await rows('SELECT until::text FROM registry.swept')).toEqual([{ until: '2027-03-01' }])
    expect(await toldLast(person)).toEqual(['recognised', 'expired'])
    expect(await faultsOf(registry())).toEqual(noFaults)
  })

  it('waits for who decides on anybody', async () => {
    const { ground, database, publishGraded, filled } = registry()
    await publishGraded(1)
    const beside = await filled(rebuiltVersion)
    const compared = await compareVersions(ground, beside)
    const sweeper = await database.pool.connect()
    await sweeper.query('BEGIN')
    await takeTurn(sweeper, 'registry', 'alone')
    const swapping = swap(ground, beside, compared)
    const waits = () => registry().rows(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)
    await eventually(async () => expect(await waits()).toHaveLength(1))
    expect(await versionBeside(database.pool)).toBe(rebuiltVersion)
    await sweeper.query('COMMIT')
    sweeper.release()
    expect(await swapping).toMatchObject({ told: 0 })
  })

  it('is put off by who reads for long, without making lookups wait, and is done when there is room', async () => {
    const { ground, database, publishGraded, filled, lookup } = registry()
    const [person = somebody()] = await publishGraded(3)
    const beside = await filled(rebuiltVersion)
    const compared = await compareVersions(ground, beside)
    const reader = await database.pool.connect()
    await reader.query('BEGIN; SELECT FROM registry.facts')
    const over = new AbortController()
    const end = swap(ground, beside, compared)
      .then(() => 'swapped', String)
      .finally(() => over.abort())
    let longest = 0
    while (!over.signal.aborted) {
      const began = performance.now()
      expect(await lookup(person)).toBe('recognised')
      longest = Math.max(longest, performance.now() - began)
    }
    expect(longest).toBeLessThan(1_500)
    await reader.query('COMMIT')
    reader.release()
    expect(await end).toContain('nothing has changed')
    expect(await versionBeside(database.pool)).toBe(rebuiltVersion)
    expect(await swap(ground, beside, compared)).toMatchObject({ told: 0 })
    expect(await faultsOf(registry())).toEqual(noFaults)
  })

  it('is refused when the log lacks what the registry has', async () => {
    const { ground, publishGraded, filled, stopProjector, rows } = registry()
    await publishGraded(2)
    await stopProjector()
    await rows(`DELETE FROM published_log.published WHERE topic = 'civil-affairs'`)
    const beside = await filled(rebuiltVersion)
    const compared = await compareVersions(ground, beside)
    expect(compared).toMatchObject({ moving: 2 })
    await expect(swap(ground, beside, compared)).rejects.toThrow('applied events of civil-affairs that the log does not hold')
    expect(await rows('SELECT FROM registry.facts')).toHaveLength(6)
  })

  it('is refused on another day than that of the comparison', async () => {
    const { ground, publishGraded, filled, turnTo } = registry()
    await publishGraded(1)
    const beside = await filled(rebuiltVersion)
    const compared = await compareVersions(ground, beside)
    turnTo('2026-03-06')
    await expect(swap(ground, beside, compared)).rejects.toThrow('The day in China changed')
  })

  it('leaves migrations and every table where the next start looks for them', async () => {
    const { ground, publishGraded, filled, swapped, rows } = registry()
    await publishGraded(1)
    const tablesOf = (schema: string) => rows('SELECT tablename AS name FROM pg_tables WHERE schemaname = $1 ORDER BY 1', [schema])
    const migrations = (schema: string) => rows(`SELECT * FROM ${schema}.migrations ORDER BY id`)
    const [tables, before] = [await tablesOf('registry'), await migrations('registry')]
    expect(before.length).toBeGreaterThan(0)
    expect(tables).toEqual([...foldedTables, 'feed', 'feed_heads', 'swept', 'migrated', 'migrations'].toSorted().map((name) => ({ name })))
    await swapped(await filled(rebuiltVersion))
    for (const schema of ['registry', keptVersion]) {
      expect(await tablesOf(schema)).toEqual(tables)
      expect(await migrations(schema)).toMatchObject(before.map((row) => ({ name: (row as { name: string }).name })))
    }
    const again = await openRegistryTables(ground.url)
    await again.close()
    expect(await migrations('registry')).toEqual(before)
    expect(await rows(`SELECT nspname FROM pg_namespace WHERE nspname LIKE 'registry%' ORDER BY 1`)).toEqual([
      { nspname: 'registry' },
      { nspname: 'registry_kept' },
    ])
  })
})

const registry = rebuildingRegistry()
const purpose = 'elder-nursing-subsidy'
const wrong = '{"outcome":"not-met"}'
const decideOtherwise = 'UPDATE registry.decisions SET decision = $2, answer = $2 WHERE person = $1 AND purpose = $3'
const tellWrongly = `
  UPDATE registry.feed SET decision = $2, answer = $2
  WHERE number = (SELECT max(number) FROM registry.feed WHERE person = $1 AND purpose = $3) AND person = $1 AND purpose = $3`

/** A decision that is wrong, and was told. */
const decideWrongly = async (person: PersonId): Promise<void> => {
  for (const update of [decideOtherwise, tellWrongly]) await registry().rows(update, [person, wrong, purpose])
}

/** The last two outcomes that subscribers were told. */
const toldLast = async (person: PersonId): Promise<readonly string[]> => {
  const rows = await registry().rows<{ outcome: string }>(
    `SELECT answer::json->>'outcome' AS outcome FROM registry.feed WHERE person = $1 AND purpose = $2 ORDER BY number DESC LIMIT 2`,
    [person, purpose],
  )
  return rows.map(({ outcome }) => outcome).toReversed()
}
