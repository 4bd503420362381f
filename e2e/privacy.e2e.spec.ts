import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ImportSummary } from '@concord/file-import'
import { institutionCodeFrom } from '@concord/standards'
import { type Collector, samplesIn, startCollector, valuesOf } from '@concord/telemetry/testing'
import { kindOf } from '../apps/platform/src/importing/contexts.js'
import { importRecords } from '../apps/platform/src/importing/import-records.js'
import { settled } from '../apps/platform/src/city/settle.js'
import { monthsAgo } from './city/calendar.js'
import { type RunningCity, startCity } from './city/start-city.js'
import { canaries, guessesFrom, spellings, tracesOf } from './privacy/canaries.js'
import { type Sent, rightWays, wrongWays } from './privacy/ways-in.js'
import { everyRow, overhear } from './privacy/whatever-is-kept.js'

describe('an identity number that came in by any way, right or wrong', () => {
  it('came in', () => {
    expect(answers.filter(({ way, status }) => way === 'right' && status !== 200)).toEqual([])
    expect(answers.filter(({ way, status }) => way === 'wrong' && status >= 500).map(({ sent, status }) => ({ ...sent, status }))).toEqual(
      [],
    )
    expect(imported).toMatchObject([
      { rows: 5 * canaries.length, rejected: 4 * canaries.length },
      { rows: 2 * canaries.length, rejected: 2 * canaries.length },
    ])
  })

  it('stands in no table', () => {
    expect(new Set(kept.map(({ table }) => table.split('.')[0]))).toEqual(schemas)
    expect(kept.filter(({ row }) => holds(row))).toEqual([])
  })

  it('cannot be found by trying: no table holds a hash of it that needs no key', () => {
    const guesses = new Set([...canaries.flatMap(textsOf), ...answers.flatMap(({ sent }) => requestTexts(sent))].flatMap(guessesFrom))
    expect(kept.some(({ row }) => hashesIn(row).length > 0)).toBe(true)
    expect(kept.filter(({ row }) => hashesIn(row).some((hash) => guesses.has(hash)))).toEqual([])
  })

  it('stands in no answer', () => expect(answers.filter(({ text }) => holds(text))).toEqual([]))

  it('stands in nothing that the process says, even where it fails', () => {
    expect(heard).toContain('the audit trail is out of reach')
    expect(heard).toContain('relation "registry.facts" does not exist')
    expect(heard.split('\n').filter(holds)).toEqual([])
  })

  it('stands in no trace that leaves the process', () => {
    const names = collector.spans().map(({ name }) => name)
    const seen = ['POST /health/v1/persons', 'append health', 'publish health', 'apply health', 'POST /registry/v1/lookups', 'GET none']
    expect(names).toEqual(expect.arrayContaining(seen))
    const failed = collector.spans().find(({ attributes }) => attributes['error.type'] === '503')
    expect(failed).toMatchObject({ status: { code: 2 }, attributes: { 'http.response.status_code': 503 } })
    expect(collector.heard().split('\n').filter(holds)).toEqual([])
  })

  it('stands in no metric', () => {
    expect(valuesOf(samplesIn(metrics), 'concord_commands_total', { command: 'OpenHealthRecord' })).not.toEqual([])
    expect(metrics.split('\n').filter(holds)).toEqual([])
  })

  it('stands in no reject file', () => {
    expect(rejects.map((text) => new Set(text.match(/^\d+(?=,)/gm)).size)).toEqual([4 * canaries.length, 2 * canaries.length])
    expect(rejects.filter(holds)).toEqual([])
  })

  let city: RunningCity
  let collector: Collector
  let metrics: string
  let folder: string
  let heard: string
  let kept: Awaited<ReturnType<typeof everyRow>>
  const answers: { readonly way: Way; readonly sent: Sent; readonly status: number; readonly text: string }[] = []
  const imported: ImportSummary[] = []
  const rejects: string[] = []

  beforeAll(async () => {
    const listening = overhear()
    try {
      collector = await startCollector()
      city = await startCity(await collector.telemetryOf('concord-platform'))
      folder = mkdtempSync(join(tmpdir(), 'canaries-'))
      await everyWayIn()
      expect(await settled(city.city, () => {})).toBe(true)
      kept = await everyRow(city.city.database)
      metrics = await (await city.fetch('/metrics')).text()
      await city.city.telemetry.close()
    } finally {
      listening.stop()
      heard = listening.heard()
    }
  }, 120_000)
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await city.close()
    await collector.close()
  })

  const everyWayIn = async (): Promise<void> => {
    for (const number of canaries) {
      const { body } = await city.post('health', '/registry/v1/persons/identify', { document: number })
      const { person } = body as { person: string }
      for (const sent of rightWays(number, person)) await send(sent, 'right')
      await Promise.all(wrongWays(number, person).map((sent) => send(sent, 'wrong')))
    }
    await bring('health-records', canaries.flatMap(healthRecordRows))
    await bring('hospital-stays', canaries.flatMap(hospitalStayRows))
    await without('audit.entries')
    await without('registry.facts')
  }

  const send = async (sent: Sent, way: Way): Promise<void> => {
    const { as, method, path, headers, body } = sent
    const token = as && { authorization: `Bearer ${await city.tokenOf(as)}` }
    const answer = await city.fetch(path, {
      method,
      redirect: 'manual',
      headers: { ...token, ...headers },
      ...(body !== undefined && { body }),
    })
    const text = [...answer.headers.entries(), await answer.text()].join('\n')
    answers.push({ way, sent, status: answer.status, text })
  }

  const bring = async (name: string, rows: readonly string[]): Promise<void> => {
    const { context, kind } = kindOf('health', name)
    const [file, rejected] = [join(folder, `${name}.csv`), join(folder, `${name}.rejects.csv`)]
    writeFileSync(file, [headings[name], ...rows].join('\n'))
    const key = createSecretKey(randomBytes(32))
    imported.push(await importRecords({ database: city.city.database, key }, context, kind, { file, rejects: rejected }))
    rejects.push(readFileSync(rejected, 'utf8'))
  }

  /** Lookups and commands while a table is out of reach: what is then said must not say too much. */
  const without = async (table: string): Promise<void> => {
    const { pool } = city.city.database
    const [schema, name] = table.split('.')
    await pool.query(`ALTER TABLE ${table} RENAME TO gone`)
    try {
      for (const number of canaries) for (const sent of rightWays(number, '0'.repeat(32))) await send(sent, 'broken')
    } finally {
      await pool.query(`ALTER TABLE ${schema}.gone RENAME TO ${name}`)
    }
  }
})

type Way = 'right' | 'wrong' | 'broken'

/** Where something was written, so that a table that is not looked at is noticed. */
const schemas = new Set([
  'healthcare_security',
  'civil_affairs',
  'disabled_persons_federation',
  'health',
  'published_log',
  'registry',
  'audit',
])

const traces = canaries.flatMap(tracesOf)
const holds = (text: string): boolean => traces.some((trace) => text.includes(trace))

/** What somebody might hash who has the number: alone, or with what the platform or the caller puts before it. */
const textsOf = (number: string): readonly string[] =>
  [...spellings(number), number.slice(0, 17)].flatMap((text) =>
    ['', 'record-', 'health-system ', 'health-system record-', 'health/hospital-stays/', 'healthRecord-'].flatMap((before) => [
      before + text,
      JSON.stringify(before + text),
    ]),
  )

const requestTexts = ({ method, path, body }: Sent): readonly string[] => (body ? [body, `${method} ${path}\n${body}`] : [path])

/** Hashes and ids, by their first 32 hexadecimal digits. */
const hashesIn = (row: string): readonly string[] =>
  (row.match(/[0-9a-f]{32,}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []).map((found) => found.replaceAll('-', '').slice(0, 32))

const headings: Readonly<Record<string, string>> = {
  'health-records': 'document,on,residenceRegion,remark',
  'hospital-stays': 'document,stayId,on,institution',
}
const on = monthsAgo(3)
const mistyped = (number: string): string => `${number.slice(0, 17)}${number.endsWith('1') ? '2' : '1'}`

const healthRecordRows = (number: string): readonly string[] => [
  `${number},${on},350299,${number}`,
  `${number},${on},${number},`,
  `${number},${number},350299,`,
  `${mistyped(number)},${on},350299,`,
  `${number},${on}`,
]

const hospitalStayRows = (number: string): readonly string[] => [
  `${number},${number},${on},${institutionCodeFrom('12350299MB303100')}`,
  `${number},stay-1,${on},${number}`,
]
