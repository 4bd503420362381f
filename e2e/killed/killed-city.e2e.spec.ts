import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { manifest, type Manifest } from '@concord/sample-city'
import { eventually } from '@concord/testing'
import {
  clearAll,
  kill,
  newDataFolder,
  type Platform,
  platformOn,
  processesOn,
  run,
  serverOn,
  startPlatform,
} from '../processes/platform-process.js'
import { eventsOn, filesOn, rejectsOn } from '../processes/records.js'

const persons = ['--persons', '1500']
const ready = 'Ctrl-C stops everything'

describe('a city whose import is killed with -9 (导入中断)', () => {
  it('has been imported without a mishap once, as its manifest says', () => {
    expect(answersIn(said)).toEqual(expectedAnswers(city))
    for (const { path, expectedRejects } of city.files)
      expect([path, rejectedRows(path)]).toEqual([path, expectedRejects.reduce((sum, { rows }) => sum + rows, 0)])
  })

  it('goes on after the platform was killed', async () => {
    const folder = folderOfTheSameCity()
    for (const moment of moments(1)) await killIn(folder, moment, () => kill(platformOn(folder)))
    const platform = await startPlatform(folder, persons)
    await becomesTheSame(folder, platform)
    expect(platform.said()).toMatch(/from the \d+ files that are left/)
  })

  it('goes on by itself when PostgreSQL was killed', async () => {
    const folder = folderOfTheSameCity()
    const platform = await startPlatform(folder, persons)
    for (const moment of moments(2)) {
      await comesTo(folder, moment, platform)
      kill(serverOn(folder))
      await eventually(() => expect(platform.said().match(/PostgreSQL runs again/g)).toHaveLength(moment.nth), { within: 30_000 })
    }
    await becomesTheSame(folder, platform)
  })

  it('goes on after both were killed', async () => {
    const folder = folderOfTheSameCity()
    for (const moment of moments(3)) await killIn(folder, moment, () => [platformOn(folder), serverOn(folder)].forEach(kill))
    await becomesTheSame(folder, await startPlatform(folder, persons))
  })

  const first = newDataFolder()
  let city: Manifest
  let said: string
  let events: object
  let rejects: ReadonlyMap<string, string>

  beforeAll(async () => {
    const platform = await startPlatform(first, persons)
    await platform.says(ready)
    said = platform.said()
    city = manifest.parse(JSON.parse(readFileSync(join(first, 'city/manifest.json'), 'utf8')))
    events = await eventsOn(first)
    rejects = rejectsOn(first)
    await endsWell(first, platform)
  }, 120_000)
  afterAll(clearAll)

  const rejectedRows = (path: string): number => (rejects.get(`city/rejects/${path}.csv`) ?? '').trimEnd().split('\n').slice(1).length

  /** The same persons, the same person ids, and nothing of it imported. */
  const folderOfTheSameCity = (): string => {
    const folder = newDataFolder()
    cpSync(join(first, 'person-key'), join(folder, 'person-key'))
    cpSync(join(first, 'city'), join(folder, 'city'), { recursive: true, filter: (path) => !path.includes('rejects') })
    return folder
  }

  const becomesTheSame = async (folder: string, platform: Platform): Promise<void> => {
    await platform.says(ready)
    expect(answersIn(platform.said())).toEqual(expectedAnswers(city))
    expect(await eventsOn(folder)).toEqual(events)
    expect(rejectsOn(folder)).toEqual(rejects)
    expect(run(folder, 'verify-registry')).toEqual({ code: 0, said: expect.stringContaining('the registry equals one built from scratch') })
    await endsWell(folder, platform)
  }
})

const endsWell = async (folder: string, platform: Platform): Promise<void> => {
  platform.signal('SIGINT')
  expect(await platform.end()).toBe(0)
  expect(processesOn(folder)).toEqual([])
}

/** When so many files of the city are in, and a little later. */
interface Moment {
  readonly nth: number
  readonly files: number
  readonly milliseconds: number
}

/** An early and a later one, the same for the same seed. */
const moments = (seed: number): readonly Moment[] =>
  [0, 18].map((least, nth) => {
    const [[files, milliseconds] = [least, 0]] = fc.sample(fc.tuple(fc.nat(12), fc.nat(100)), { seed: seed * 10 + nth, numRuns: 1 })
    return { nth: nth + 1, files: least + files, milliseconds }
  })

const comesTo = async (folder: string, { files, milliseconds }: Moment, platform: Platform): Promise<void> => {
  await platform.says('importing a made-up city')
  await eventually(async () => expect(await filesOn(folder)).toBeGreaterThanOrEqual(files), { within: 60_000 })
  await rest(milliseconds)
  expect(platform.said()).not.toContain('imported')
}

const killIn = async (folder: string, moment: Moment, killing: () => void): Promise<void> => {
  const platform = await startPlatform(folder, persons)
  await comesTo(folder, moment, platform)
  killing()
  expect(await platform.end()).toBe('SIGKILL')
}

interface Answered {
  readonly document: string
  readonly purpose: string
  readonly asOf: string
  readonly outcome: string
}

/** The lookups that a start prints, with what they answered. */
const answersIn = (said: string): readonly Answered[] =>
  [...said.matchAll(/-d '(\{.*\})'\n +→ ([\w-]+):/g)].map(([, body = '', outcome = '']) => ({
    ...(JSON.parse(body) as Omit<Answered, 'outcome'>),
    outcome,
  }))

const expectedAnswers = ({ examples }: Manifest): readonly Answered[] =>
  [
    ['recognised', 0],
    ['below-the-bar', 0],
    ['revoked', 0],
    ['revoked', 1],
  ].map(([name, nth]) => {
    const example = examples.find((one) => one.name === name)
    const asked = example?.questions[Number(nth)]
    if (!example || !asked) throw new Error(`the manifest has no example "${name}"`)
    return { document: example.document, purpose: asked.purpose, asOf: asked.asOf, outcome: asked.answer.outcome }
  })
