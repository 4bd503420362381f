import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { documentOf } from '@concord/file-import/testing'
import { type Database, openDatabase } from '@concord/postgres'
import { testDatabase } from '@concord/testing'

/** Three visits to each of 12,000 persons, far apart; every hundredth row is bad. */
const days = ['2026-01-01', '2026-02-01', '2026-03-01']
const rows = Array.from({ length: 36_000 }, (_, nth) => ({
  person: nth % 12_000,
  on: days[Math.floor(nth / 12_000)],
  bad: nth % 100 === 42,
}))

describe('an import that is killed', () => {
  it('goes on without a loss, a double or a gap in the reject file', async () => {
    for (const at of [7_000, 16_000, 23_456]) expect(await run({ killAt: at })).toBe('SIGKILL')
    expect(await run({})).toBe(0)
    expect(rejectedRows()).toEqual(rows.flatMap(({ bad }, nth) => (bad ? [nth + 2] : [])))
    const found = await database.pool.query<{ events: string[] }>(
      `SELECT array_agg(data->>'on' ORDER BY revision) AS events FROM health.events GROUP BY stream`,
    )
    expect(countedBy(found.rows.map(({ events }) => events.join()))).toEqual(countedBy(expectedVisits()))
  }, 120_000)

  it('does not begin anew when it goes on', () => expect(firstRows).toEqual([1, 5_001, 15_001, 20_001]))
})

const expectedVisits = (): readonly string[] => {
  const good = rows.filter(({ bad }) => !bad)
  return [...Map.groupBy(good, ({ person }) => person).values()].map((visits) => visits.map(({ on }) => on).join())
}

const countedBy = (words: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

const folder = mkdtempSync(join(tmpdir(), 'killed-import-'))
const [file, rejects] = [join(folder, 'visits.csv'), join(folder, 'rejects.csv')]
const firstRows: number[] = []
let url = ''
let database: Database
let drop: () => Promise<void>

beforeAll(async () => {
  const test = await testDatabase()
  url = test.url
  drop = () => test.drop()
  database = openDatabase(url)
  writeFileSync(
    file,
    ['document,on,minutes', ...rows.map(({ person, on, bad }) => `${documentOf(person)},${on},${bad ? 'long' : 30}`)].join('\n'),
  )
})
afterAll(async () => {
  await database.close()
  await drop()
  rmSync(folder, { recursive: true })
})

/** Runs the import in a process of its own. @returns how it ended */
const run = async ({ killAt = Number.POSITIVE_INFINITY }): Promise<number | NodeJS.Signals | null> => {
  const program = join(import.meta.dirname, 'testing/import-visits.ts')
  const sources = join(import.meta.dirname, '../../../../libs/testing/jest/sources.mjs')
  const node = ['--experimental-transform-types', '--disable-warning=ExperimentalWarning', '--import', sources]
  const child = spawn(process.execPath, [...node, program, url, file, rejects], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'] },
  })
  const ended = once(child, 'close')
  let first = true
  for await (const line of createInterface(child.stdout)) {
    if (first) firstRows.push(Number(line))
    first = false
    if (Number(line) >= killAt) child.kill('SIGKILL')
  }
  const [code, signal] = (await ended) as [number | null, NodeJS.Signals | null]
  return signal ?? code
}

const rejectedRows = (): readonly number[] =>
  readFileSync(rejects, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => Number(line.split(',')[0]))
