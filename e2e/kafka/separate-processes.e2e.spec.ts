import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { contextName } from '@concord/contracts'
import { documentOf } from '@concord/file-import/testing'
import { administer, AssignerProtocol } from '@concord/kafka'
import { topicName } from '@concord/published-log-kafka'
import { type Sample, samplesIn, sumOf, valuesOf } from '@concord/telemetry/testing'
import { describeOnOwnKafka, eventually, testFolder } from '@concord/testing'
import { agencies, type ChaosCity, type ProcessName, projectors, startChaosCity } from '../chaos/chaos-city.js'
import { check, publishedPositions } from '../chaos/checks.js'
import { keepProcess } from '../chaos/chaos-process.js'
import { putUnderLoad } from '../chaos/load.js'
import { makeTopics } from '../chaos/topics.js'
import { orderIsKept, watchLog } from '../chaos/log-check.js'
import { root } from '../docs/pages.js'

const topics = contextName.options.map(topicName)
const everyPartition = Array.from({ length: 12 }, (_, partition) => partition)

const ascending = (numbers: readonly number[]): number[] => numbers.toSorted((one, other) => one - other)

interface Ended {
  readonly code: number | null
  readonly said: string
}

/** `operate` as in a container of the registry. */
const operate = (environment: NodeJS.ProcessEnv, ...words: string[]): Promise<Ended> =>
  does('registry/src/operating/main.js', environment, words)

const does = async (main: string, environment: NodeJS.ProcessEnv, words: readonly string[]): Promise<Ended> => {
  const child = spawn(process.execPath, [join(root, 'dist/apps', main), ...words], { env: { PATH: process.env['PATH'], ...environment } })
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code: child.exitCode, said: said || complained }
}

/** Partitions by topic that each projector has. */
const shares = ({ brokers }: ChaosCity): Promise<readonly Readonly<Record<string, readonly number[]>>[]> =>
  administer({ brokers: [brokers] }, async (admin) => {
    const { groups } = await admin.describeGroups(['concord-registry'])
    return (groups[0]?.members ?? []).map(
      ({ memberAssignment }) => AssignerProtocol.MemberAssignment.decode(memberAssignment)?.assignment ?? {},
    )
  })

describeOnOwnKafka('separate processes (独立进程)', () => {
  let city: ChaosCity
  beforeAll(async () => {
    const built = spawnSync(process.execPath, [join(root, 'infra/embedded/launch.mjs'), 'build'], { encoding: 'utf8' })
    if (built.status !== 0) throw new Error(built.stderr)
    city = await startChaosCity()
  }, 600_000)
  afterAll(() => city.close(), 60_000)

  describe('of the registry, two on twelve partitions (两个投影进程)', () => {
    it(
      'share them, each with the same ones of every topic',
      () =>
        eventually(
          async () => {
            const held = await shares(city)
            expect(held).toHaveLength(2)
            for (const share of held) {
              const [first = []] = Object.values(share)
              expect(first.length).toBe(6)
              expect(Object.keys(share).toSorted()).toEqual(topics.toSorted())
              for (const partitions of Object.values(share)) expect(ascending(partitions)).toEqual(ascending(first))
            }
            const all = held.flatMap((share) => Object.values(share)[0] ?? [])
            expect(ascending(all)).toEqual(everyPartition)
          },
          { within: 60_000 },
        ),
      70_000,
    )

    it('show each, as the agencies do, how far everything is', async () => {
      const load = await putUnderLoad(city)
      await check(city, load)
      for (const name of projectors) await eventually(() => nothingIsLeft(name), { within: 20_000 })
      for (const name of agencies) await eventually(() => allIsPublished(name), { within: 20_000 })
      const counted = await Promise.all(
        projectors.map(async (name) => sumOf(await metricsOf(city, name), 'concord_projector_events_total')),
      )
      expect(counted.reduce((sum, one) => sum + one)).toBe(await factsNow(city))
    }, 120_000)

    it('are looked at, rebuilt and swapped by operators’ commands that are told what they are told', async () => {
      const told = city.environmentOf('registry-1')
      const progress = await operate(told, 'progress', '--json')
      const { projections } = JSON.parse(progress.said) as { readonly projections: readonly { readonly places: readonly object[] }[] }
      expect([progress.code, projections.map(({ places }) => places.length)]).toEqual([0, [everyPartition.length * topics.length]])
      expect(await operate(told, 'parked', 'list')).toEqual({ code: 0, said: 'nobody is parked\n' })
      const swapped = await operate(told, 'rebuild', '--yes')
      expect(swapped).toEqual({
        code: 0,
        said: expect.stringMatching(/the registry says the same of all\n[^]*swapped: [^]*"operate rebuild --roll-back"/),
      })
      expect((await operate(told, 'rebuild', '--forget')).code).toBe(0)
      const untold = await operate({}, 'progress')
      expect(untold).toEqual({
        code: 1,
        said: expect.stringMatching(/^These settings are missing or wrong in the environment: POSTGRES_URL/),
      })
    }, 120_000)

    it('leave them to the other when one is killed with -9 at work, and nothing is applied twice or skipped', async () => {
      const watch = await watchLog(city)
      const killed = city.processes.find(({ name }) => name === 'registry-1')
      const before = await factsNow(city)
      const loading = putUnderLoad(city)
      await eventually(async () => expect(await factsNow(city)).toBeGreaterThan(before + 20), { within: 30_000 })
      killed?.kill({ forGood: true })
      const load = await loading
      await check(city, load)
      orderIsKept(await watch.sinceThen(), load.persons, await publishedPositions(city, load.persons))
      await watch.close()
      const [alone, ...others] = await shares(city)
      expect(others).toEqual([])
      for (const topic of topics) expect(ascending(alone?.[topic] ?? [])).toEqual(everyPartition)
    }, 180_000)
  })

  describe('of an agency', () => {
    it('is told beside it what the agency imports as a file', async () => {
      const before = await factsNow(city)
      const [file, rows] = [join(testFolder(), 'falls.csv'), 20]
      const lines = Array.from({ length: rows }, (_, nth) => `${documentOf(nth)},F-${nth},2026-03-02`)
      writeFileSync(file, ['document,fallId,on', ...lines, 'nobody,F-x,2026-03-02'].join('\n'))
      const importing = () => does('platform/src/importing/main.js', city.environmentOf('health'), ['health', 'falls', file])
      expect(await importing()).toEqual({
        code: 0,
        said: expect.stringMatching(/^finished: 21 rows, 20 taken, 1 rejected; 20 events recorded\n/),
      })
      expect(await importing()).toEqual({ code: 0, said: expect.stringContaining('0 events recorded, all of these were recorded already') })
      await eventually(async () => expect(await factsNow(city)).toBe(before + rows), { within: 30_000 })
    }, 120_000)

    it.each([
      ['PERSON_KEY_FILE', 'platform/src/importing/main.js', ['health', 'falls', 'falls.csv']],
      ['PERSON_KEY_FILE', 'health/src/main.js', []],
      ['SIGNING_KEYS_FILE', 'health/src/main.js', []],
    ])(
      'makes no other key in place of one that is missing: %s, %s',
      async (variable, main, words) => {
        const missing = join(testFolder(), 'no-key')
        const { code, said } = await does(main, { ...city.environmentOf('health'), [variable]: missing }, words)
        expect([code, said.split('\n').at(-2)]).toEqual([
          1,
          expect.stringMatching(new RegExp(`no-key, named by ${variable}, cannot be read \\(ENOENT\\)\\.$`)),
        ])
        expect(existsSync(missing)).toBe(false)
      },
      30_000,
    )

    it('publishes again what Kafka has lost, the registry is rebuilt from it, and all goes on', async () => {
      const republish = () => does('platform/src/republish/main.js', city.environmentOf('health'), ['health'])
      expect(await republish()).toEqual({ code: 1, said: expect.stringContaining('stop the service of health first') })
      city.processes.find(({ name }) => name === 'health')?.kill({ forGood: true })
      await deleteTopic(topicName('health'))
      await makeTopics(city.brokers)
      expect(await republish()).toEqual({ code: 0, said: expect.stringContaining('publishes all that it has recorded when it starts') })
      const again = keepProcess('health', 'apps/health/src/main.js', city.environmentOf('health'), city.folder)
      try {
        // Until all is there again the swap is refused.
        const rebuilt = () => operate(city.environmentOf('registry-2'), 'rebuild', '--anew', '--yes')
        await eventually(async () => expect(await rebuilt()).toEqual({ code: 0, said: expect.stringContaining('swapped: ') }), {
          within: 90_000,
        })
        await check(city, await putUnderLoad(city))
      } finally {
        await again.stop()
      }
    }, 240_000)
  })

  const deleteTopic = (topic: string): Promise<void> =>
    administer({ brokers: [city.brokers] }, async (admin) => {
      await admin.deleteTopics({ topics: [topic] })
      await eventually(async () => expect(await admin.listTopics()).not.toContain(topic), { within: 30_000 })
    })

  const nothingIsLeft = async (name: ProcessName): Promise<void> => {
    const samples = await metricsOf(city, name)
    for (const topic of contextName.options)
      for (const partition of everyPartition) {
        const place = { projection: 'registry', topic, partition: String(partition) }
        expect(valuesOf(samples, 'concord_projector_lag_events', place)).toEqual([0])
        expect(valuesOf(samples, 'concord_projector_lag_seconds', place)).toEqual([0])
      }
    expect(sumOf(samples, 'concord_projector_parked_persons')).toBe(0)
    expect(valuesOf(samples, 'concord_oldest_transaction_age_seconds')).toHaveLength(1)
  }

  const allIsPublished = async (context: (typeof agencies)[number]): Promise<void> => {
    const samples = await metricsOf(city, context)
    expect(valuesOf(samples, 'concord_relay_lag_events', { context })).toEqual([0])
    expect(sumOf(samples, 'concord_relay_published_events_total', { context })).toBeGreaterThan(0)
  }
})

const metricsOf = async ({ urlOf }: ChaosCity, name: ProcessName): Promise<readonly Sample[]> =>
  samplesIn(await (await fetch(`${urlOf(name)}/metrics`)).text())

const factsNow = async ({ database }: ChaosCity): Promise<number> =>
  Number((await database.pool.query<{ count: string }>('SELECT count(*) FROM registry.facts')).rows[0]?.count)
