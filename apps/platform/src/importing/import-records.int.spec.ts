import { createSecretKey } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import iconv from 'iconv-lite'
import { type ImportSummary, recordIdOf } from '@concord/file-import'
import { documentOf } from '@concord/file-import/testing'
import { personIdsWith } from '@concord/identity'
import { type Database, openDatabase } from '@concord/postgres'
import { parseIdentityDocument } from '@concord/standards'
import { testDatabase } from '@concord/testing'
import { kindOf } from './contexts.js'
import { importRecords } from './import-records.js'

const fallId = recordIdOf('health/falls')

/** 跌倒记录 of 4,000 persons; one row in a hundred is bad, in five ways. */
const rows = Array.from({ length: 10_000 }, (_, nth) => rowOf(nth))

describe('an import of a GB18030 file with one bad row in a hundred', () => {
  it('records exactly the good rows', async () => {
    expect(await bring()).toMatchObject({ rows: 10_000, rejected: 100, recorded: 9_900, source: { encoding: 'gb18030' } })
    expect(await streams()).toEqual(expectedStreams())
  })

  it('tells exactly the bad ones', () =>
    expect(rejected()).toEqual(
      rows
        .flatMap(({ bad }, nth) => (bad === undefined ? [] : [[String(nth + 2), ...bad]]))
        .map(([row, column, reason]) => `${row},${column},${reason}`),
    ))

  it('records nothing when it is repeated, and rejects the same', async () => {
    const before = rejected()
    expect(await bring()).toMatchObject({ rows: 10_000, rejected: 100, recorded: 0 })
    expect(rejected()).toEqual(before)
    expect(await streams()).toEqual(expectedStreams())
  })

  it('leaves no checkpoint when it is finished', async () =>
    expect((await database.pool.query('SELECT FROM health.imports')).rowCount).toBe(0))

  it('goes on when the server cuts all connections', async () => {
    await database.pool.query('TRUNCATE health.events')
    let cuts = 0
    const summary = await bring(({ rows: done }) => {
      if (done < (cuts + 1) * 3_000) return
      cuts += 1
      void database.pool
        .query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()')
        .catch(() => {})
    })
    expect([cuts, summary.rows, summary.rejected]).toEqual([3, 10_000, 100])
    expect(await streams()).toEqual(expectedStreams())
  })
})

type Bad = readonly [column: string, reason: string]

interface FallRow {
  readonly cells: readonly string[]
  readonly fall: { readonly fallId: string; readonly on: string }
  readonly bad?: Bad
}

function rowOf(nth: number): FallRow {
  const document = documentOf(nth % 4_000)
  const on = `2025-${String(1 + (nth % 12)).padStart(2, '0')}-11`
  const good = { cells: [document, `F-${nth}`, on, '张三丰'], fall: { fallId: fallId.parse(`F-${nth}`), on } }
  if (nth % 100 !== 99) return good
  const bads: readonly (readonly [readonly string[], Bad])[] = [
    [
      [`${document.slice(0, 17)}${document.endsWith('5') ? '6' : '5'}`, `F-${nth}`, on, '李四'],
      ['身份证号', 'invalid-cell'],
    ],
    [
      [document, `F-${nth}`, '2025-02-30', '李四'],
      ['日期', 'invalid-cell'],
    ],
    [
      [document, '', on, '李四'],
      ['编号', 'missing-cell'],
    ],
    [
      [document, `F-${nth}`, on],
      ['', 'wrong-number-of-cells'],
    ],
    // The person's earlier row has this number already, on another day.
    [
      [documentOf((nth - 1) % 4_000), `F-${nth - 1}`, '2024-01-01', '李四'],
      ['', 'fall-id-used-already'],
    ],
  ]
  const [cells, bad] = bads[Math.floor(nth / 100) % bads.length] ?? [good.cells, ['', '']]
  return { ...good, cells, bad }
}

const key = createSecretKey('ab'.repeat(32), 'hex')
const folder = mkdtempSync(join(tmpdir(), 'import-records-'))
const [file, rejects] = [join(folder, 'falls.csv'), join(folder, 'rejects.csv')]
let database: Database
let drop: () => Promise<void>

beforeAll(async () => {
  const test = await testDatabase()
  database = openDatabase(test.url)
  drop = () => test.drop()
  writeFileSync(file, iconv.encode(['身份证号,编号,日期,姓名', ...rows.map(({ cells }) => cells.join(','))].join('\r\n'), 'gb18030'))
})
afterAll(async () => {
  await database.close()
  await drop()
  rmSync(folder, { recursive: true })
})

const bring = (onProgress?: (progress: { readonly rows: number }) => void): Promise<ImportSummary> => {
  const { context, kind } = kindOf('health', 'falls')
  const mapping = { columns: { 身份证号: 'document', 编号: 'fallId', 日期: 'on' }, values: {} }
  return importRecords({ database, key }, context, kind, { file, rejects, mapping, onProgress })
}

const rejected = (): readonly string[] =>
  readFileSync(rejects, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').slice(0, 3).join(','))

/** Every stream with its events, in their order. */
const streams = async (): Promise<ReadonlyMap<string, readonly unknown[]>> => {
  const events = await database.pool.query<{ stream: string; data: unknown }>(
    'SELECT stream, data FROM health.events ORDER BY stream, revision',
  )
  return new Map([...Map.groupBy(events.rows, ({ stream }) => stream)].map(([stream, those]) => [stream, those.map(({ data }) => data)]))
}

const expectedStreams = (): ReadonlyMap<string, readonly unknown[]> => {
  const good = rows.filter(({ bad }) => bad === undefined)
  const byPerson = Map.groupBy(good, ({ cells }) => streamOf(cells[0] ?? ''))
  return new Map([...byPerson].map(([stream, those]) => [stream, those.map(({ fall }) => fall)]))
}

const streamOf = (document: string): string => {
  const parsed = parseIdentityDocument(document)
  if (!parsed.valid) throw new Error(parsed.why)
  return `falls-${personIdsWith(key).of(parsed.document)}`
}
