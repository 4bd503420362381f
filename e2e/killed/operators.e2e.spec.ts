import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { PublishedEvent } from '@concord/contracts'
import { type Database, openDatabase, transaction } from '@concord/postgres'
import { postgresPublishedLog } from '@concord/published-log-postgres'
import { comaBegan, somebody } from '@concord/published-log/testing'
import { eventually } from '@concord/testing'
import { developmentKeys } from '../../apps/platform/src/development-issuer/development-clients.js'
import { daysAgo } from '../city/calendar.js'
import { civilAffairsOf } from '../city/civil-affairs.js'
import { registryOf } from '../city/registry.js'
import { someoneAged } from '../city/resident.js'
import { type Asks, asksAt } from '../city/start-city.js'
import {
  clearAll,
  environmentOn,
  newDataFolder,
  type Platform,
  type Program,
  processesOn,
  run,
  startPlatform,
  startProgram,
} from '../processes/platform-process.js'
import { ask } from '../processes/records.js'

const rebuilding = ['operate', 'rebuild']
const purpose = 'elder-nursing-subsidy'

describe('operators beside a running platform (运维)', () => {
  it('rebuild and swap while 200 lookups a second go on, and rebuilds and swaps are killed with -9', async () => {
    const watched = await lookupsBeside(async () => {
      await killedWhileItFills()
      const again = startProgram(folder, rebuilding)
      expect(await again.end()).toBe(0)
      expect(again.said()).toMatch(/going on with the rebuild that was begun\n.*filling it with [\d,]+ entries/s)
      expect(again.said()).toMatch(/compared [\d,]+ persons: the registry says the same of all/)
      for (const milliseconds of [50, 250, 450]) await killedWhileItSwaps(milliseconds)
      const swapped = await operate('rebuild', '--swap')
      if (swapped.code === 1) expect(swapped.said).toContain('There is no rebuilt version to swap')
      expect(await versions()).toEqual(['registry', 'registry_kept'])
      expect(await operate('rebuild', '--roll-back')).toMatchObject({ code: 0 })
    })
    expect(watched.failures).toEqual([])
    expect(watched.lookups / watched.seconds).toBeGreaterThan(190)
    expect(watched.recorded).toBeGreaterThan(5)
    expect(run(folder, 'verify-registry')).toEqual({ code: 0, said: expect.stringContaining('the registry equals one built from scratch') })
  }, 240_000)

  it('type what the page for them says', async () => {
    await operate('rebuild', '--forget')
    await parkSomebody()
    const { code, said } = await typed(snippetsOf('docs/how-to/operate.md'))
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('nothing waits any more') })
    for (const words of ['the registry says the same of all', 'the version before the last swap is deleted', 'registry: nobody is parked'])
      expect(said).toContain(words)
  }, 240_000)

  it('are told in one sentence what is wrong, without what they typed', async () => {
    expect(await operate('parked', 'show', somebody())).toEqual({
      code: 1,
      said: expect.stringMatching(/^Nobody of this person id is parked; [^\n]*\n$/),
    })
    const mistyped = await operate('parked', 'retry', '350203194003070011')
    expect(mistyped).toEqual({ code: 1, said: expect.stringMatching(/^error: a person is named by the person id/) })
    expect(mistyped.said).not.toContain('350203194003070011')
  })

  const folder = newDataFolder()
  let platform: Platform
  let asks: Asks
  beforeAll(async () => {
    platform = await startPlatform(folder, ['--persons', '2000'])
    await platform.says('Ctrl-C stops everything')
    asks = asksAt(platform.url, await developmentKeys(folder))
  }, 240_000)
  afterAll(async () => {
    platform.signal('SIGINT')
    expect(await platform.end()).toBe(0)
    expect(processesOn(folder)).toEqual([])
    await clearAll()
  })

  const operate = async (...command: string[]): Promise<{ readonly code: number | string; readonly said: string }> => {
    const program = startProgram(folder, ['operate', ...command])
    return { code: await program.end(), said: program.said() }
  }

  /** In the middle. One that was quicker begins anew. */
  const killedWhileItFills = async (): Promise<void> => {
    const database = openDatabase(readFileSync(join(folder, 'database-url'), 'utf8'), 1)
    try {
      for (let dead = false; !dead;) {
        const filling = startProgram(folder, [...rebuilding, '--anew'])
        await filling.says('filling it with')
        dead = await isKilledHalfWay(filling, database.pool)
      }
    } finally {
      await database.close()
    }
  }

  /** When some of the facts are there, and nobody may write more until it is dead. */
  const isKilledHalfWay = async (filling: Program, pool: Database['pool']): Promise<boolean> => {
    const all = await factsIn('registry')
    const [over, ended] = [new AbortController(), filling.end().finally(() => over.abort())]
    while (!over.signal.aborted)
      await transaction(pool, async (client) => {
        await client.query('LOCK TABLE registry_rebuild.facts IN SHARE MODE')
        const { rows } = await client.query<{ facts: number }>('SELECT count(*)::int AS facts FROM registry_rebuild.facts')
        const facts = rows[0]?.facts ?? 0
        if (facts === 0 || facts >= all || over.signal.aborted) return
        filling.signal('SIGKILL')
        await ended
      })
    return (await ended) === 'SIGKILL'
  }

  /** Or a moment later, when it was quicker. */
  const killedWhileItSwaps = async (milliseconds: number): Promise<void> => {
    const swapping = startProgram(folder, [...rebuilding, '--swap'])
    await swapping.says('comparing person by person').catch(() => {})
    await rest(milliseconds)
    try {
      swapping.signal('SIGKILL')
    } catch {
      // It was quicker.
    }
    await swapping.end()
    expect((await versions()).length).toBe(2)
  }

  const factsIn = async (schema: string): Promise<number> => {
    const [row] = await ask<{ facts: number }>(folder, `SELECT count(*)::int AS facts FROM ${schema}.facts`)
    return row?.facts ?? 0
  }

  const versions = async (): Promise<readonly string[]> =>
    (await ask<{ name: string }>(folder, `SELECT nspname AS name FROM pg_namespace WHERE nspname LIKE 'registry%' ORDER BY 1`)).map(
      ({ name }) => name,
    )

  /** Persons who are recognised are asked about two hundred times a second; others are recorded, and asked about at once. */
  const lookupsBeside = async (work: () => Promise<void>) => {
    const persons = await ask<{ person: string }>(
      folder,
      `SELECT person FROM registry.decisions WHERE purpose = '${purpose}' AND outcome = 'recognised' LIMIT 100`,
    )
    const failures: unknown[] = []
    const failed = (error: unknown): void => void failures.push(error)
    const over = new AbortController()
    const worked = work().finally(() => over.abort())
    const recording = recordOn(over.signal)
    const asked: Promise<void>[] = []
    const began = performance.now()
    const seconds = (): number => (performance.now() - began) / 1_000
    while (!over.signal.aborted) {
      while (asked.length < seconds() * 200) asked.push(isRecognised(persons[asked.length % persons.length]?.person).catch(failed))
      await rest(2)
    }
    const took = seconds()
    await Promise.all(asked)
    await worked
    return { failures, lookups: asked.length, seconds: took, recorded: await recording }
  }

  const isRecognised = async (person = ''): Promise<void> => {
    const { status, body } = await asks.post('civil-affairs', '/registry/v1/lookups', { person, purpose })
    expect([status, body]).toEqual([200, expect.objectContaining({ decision: expect.objectContaining({ outcome: 'recognised' }) })])
  }

  /** One after the other; each lookup waits for what was just recorded. @returns how many */
  const recordOn = async (signal: AbortSignal): Promise<number> => {
    const [office, registry] = [civilAffairsOf(asks), registryOf(asks)]
    for (let recorded = 0; ; recorded += 1) {
      if (signal.aborted) return recorded
      const resident = await someoneAged(80, asks)
      await office.opensFile(resident, daysAgo(30))
      await office.assesses(resident, daysAgo(20), { items: 'severe' })
      expect(await registry.decides(resident, purpose)).toMatchObject({ outcome: 'recognised' })
      await rest(100)
    }
  }

  /** By an event of a name that nobody knows. */
  const parkSomebody = async (): Promise<void> => {
    const database = openDatabase(readFileSync(join(folder, 'database-url'), 'utf8'), 2)
    const log = await postgresPublishedLog({ database, schema: 'published_log' })
    await log.publish('health', [{ ...comaBegan(1n), type: 'Unheard' } as unknown as PublishedEvent], 0n)
    await database.close()
    await eventually(async () => expect((await operate('parked', 'list')).said).toContain('health/1  1 waits'), { within: 20_000 })
  }

  const typed = async (commands: string): Promise<{ readonly code: number | null; readonly said: string }> => {
    const shell = spawn('sh', ['-euc', commands], { cwd: join(import.meta.dirname, '../..'), env: environmentOn(folder), stdio: 'pipe' })
    let said = ''
    for (const stream of [shell.stdout, shell.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()))
    await once(shell, 'close')
    return { code: shell.exitCode, said }
  }
})

const snippetsOf = (page: string): string =>
  [...readFileSync(join(import.meta.dirname, '../..', page), 'utf8').matchAll(/^```sh\n(.*?)^```$/gms)].map(([, code]) => code).join('\n')
