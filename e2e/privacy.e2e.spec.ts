import { randomUUID, createSecretKey, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ImportSummary } from '@concord/file-import'
import { institutionCodeFrom } from '@concord/standards'
import { importingContexts } from '../apps/platform/src/import/contexts.js'
import { importRecords } from '../apps/platform/src/import/import-records.js'
import { settled } from '../apps/platform/src/city/settle.js'
import { monthsAgo } from './city/calendar.js'
import { type RunningCity, startCity } from './city/start-city.js'
import { canaries, guessesFrom, spellings, tracesOf } from './privacy/canaries.js'
import { type Sent, rightWays, wrongWays } from './privacy/ways-in.js'
import { everyRow, overhear } from './privacy/whatever-is-kept.js'

describe('an identity number that came in by any way, right or wrong', () => {
  it('came in', () => {
    const by = Map.groupBy(answers, ({ right }) => right)
    expect(by.get(true)?.filter(({ status }) => status !== 200)).toEqual([])
    expect(by.get(false)?.filter(({ status }) => status >= 500 && status !== 503)).toEqual([])
    expect(imported).toMatchObject([
      { rows: 5 * canaries.length, rejected: 4 * canaries.length },
      { rows: 2 * canaries.length, rejected: 2 * canaries.length },
    ])
  })

  it('stands in no table', () => {
    expect(new Set(kept.map(({ table }) => table.split('.')[0]))).toEqual(schemas)
    expect(kept.filter(({ row }) => holds(row, traces))).toEqual([])
  })

  it('cannot be found by trying: no table holds a hash of it that needs no key', () => {
    expect(kept.filter(({ row }) => holds(row, guesses))).toEqual([])
    const digests = new Set(answers.flatMap(({ sent }) => fingerprintsOf(sent)))
    expect(kept.filter(({ row }) => row.match(/[0-9a-f]{64}/g)?.some((hash) => digests.has(hash.slice(0, 32))))).toEqual([])
  })

  it('stands in no answer', () => expect(answers.filter(({ text }) => holds(text, traces))).toEqual([]))

  it('stands in nothing that the process says, even where it fails', () => {
    expect(heard).toContain('TrailUnavailable')
    expect(heard).toContain('does not exist')
    expect(traces.filter((trace) => heard.includes(trace))).toEqual([])
  })

  it('stands in no reject file', () => {
    expect(rejects.map((text) => text.split('\n').length)).toEqual([4 * canaries.length + 3, 2 * canaries.length + 2])
    for (const text of rejects) expect(traces.filter((trace) => text.includes(trace))).toEqual([])
  })

  let city: RunningCity
  let folder: string
  let heard: string
  let kept: Awaited<ReturnType<typeof everyRow>>
  const answers: { readonly right: boolean; readonly sent: Sent; readonly status: number; readonly text: string }[] = []
  const imported: ImportSummary[] = []
  const rejects: string[] = []

  beforeAll(async () => {
    const listening = overhear()
    try {
      city = await startCity()
      folder = mkdtempSync(join(tmpdir(), 'canaries-'))
      await everyWayIn()
      expect(await settled(city.city, () => {})).toBe(true)
      kept = await everyRow(city.city.database)
    } finally {
      listening.stop()
      heard = listening.heard()
    }
  }, 120_000)
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await city.close()
  })

  const everyWayIn = async (): Promise<void> => {
    const { person } = (await city.post('health', '/registry/v1/persons/identify', { document: canaries[0] })).body as { person: string }
    for (const number of canaries) {
      for (const sent of rightWays(number)) await send(sent, true)
      await Promise.all(wrongWays(number, person).map((sent) => send(sent, false)))
    }
    await bring('health-records', canaries.flatMap(healthRecordRows))
    await bring('hospital-stays', canaries.flatMap(hospitalStayRows))
    await without('audit.entries')
    await without('registry.facts')
  }

  const send = async (sent: Sent, right: boolean): Promise<void> => {
    const { as, method, path, headers, body } = sent
    const token = as && { authorization: `Bearer ${await city.tokenOf(as)}` }
    const answer = await city.fetch(path, { method, redirect: 'manual', headers: { ...token, ...headers }, ...(body !== undefined && { body }) })
    const text = [...answer.headers.entries(), await answer.text()].join('\n')
    answers.push({ right, sent, status: answer.status, text })
  }

  const bring = async (name: string, rows: readonly string[]): Promise<void> => {
    const kind = importingContexts.health.recordKinds.find((one) => one.name === name)
    if (!kind) throw new Error(`there is no kind ${name}`)
    const [file, rejected] = [join(folder, `${name}.csv`), join(folder, `${name}.rejects.csv`)]
    writeFileSync(file, [headings[name], ...rows].join('\n'))
    const key = createSecretKey(randomBytes(32))
    imported.push(await importRecords({ database: city.city.database, key }, importingContexts.health, kind, { file, rejects: rejected }))
    rejects.push(readFileSync(rejected, 'utf8'))
  }

  /** Lookups and commands while a table is out of reach: what is then said must not say too much. */
  const without = async (table: string): Promise<void> => {
    const { pool } = city.city.database
    const [, name] = table.split('.')
    await pool.query(`ALTER TABLE ${table} RENAME TO gone`)
    try {
      for (const number of canaries) for (const sent of rightWays(number)) await send(sent, false)
    } finally {
      await pool.query(`ALTER TABLE ${table.replace(`${name}`, 'gone')} RENAME TO ${name}`)
    }
  }
})
