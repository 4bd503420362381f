import { createSecretKey } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type EventStore, inMemoryEventStore, type RecordedEvent } from '@concord/event-store'
import { documentOf, visitKind, visitRefusals } from '@concord/file-import/testing'
import { personIdsWith } from '@concord/identity'
import { parseIdentityDocument } from '@concord/standards'
import { type ImportCheckpoints, inMemoryCheckpoints } from './checkpoints.js'
import { importFile } from './import-file.js'
import type { FileImport } from './import-plan.js'

describe('an import', () => {
  it('records good rows, and tells of each bad one the row, the column and why', async () => {
    const rows = [
      visit(1),
      visit(2, '2026-13-01'),
      visit(3, '2026-03-02', '0'),
      'x,y',
      visit(1, '2026-03-01'),
      visit(4, '2026-03-02', ''),
      visit(5),
    ]
    expect(await bring(rows)).toMatchObject({ rows: 7, rejected: 5, recorded: 2, finished: true, ignoredColumns: [] })
    expect(rejected().map((line) => line.split(',').slice(0, 3))).toEqual([
      ['3', 'on', 'invalid-cell'],
      ['4', 'minutes', 'invalid-cell'],
      ['5', '', 'wrong-number-of-cells'],
      ['6', '', 'visit-before-last'],
      ['7', 'minutes', 'missing-cell'],
    ])
    expect(rejected()[3]).toBe('6,,visit-before-last,早于上一次探访。Earlier than the last visit.')
    expect((await visitsTo(1)).map(({ data }) => data)).toEqual([{ on: '2026-03-02', minutes: 30 }])
  })

  it('never tells an identity number of a bad row', async () => {
    const number = documentOf(1)
    const mistyped = `${number.slice(0, -1)}${number.endsWith('0') ? '1' : '0'}`
    await bring([`${mistyped},2026-03-02,5`, `"${number}`, `${number},${number},${number}`])
    expect(rejected()).toHaveLength(4)
    expect(readFileSync(rejects, 'utf8')).not.toContain(number.slice(0, 14))
  })

  it('takes the rows of one person in their order', async () => {
    const days = Array.from({ length: 28 }, (_, day) => `2026-02-${String(day + 1).padStart(2, '0')}`)
    expect(await bring(days.flatMap((on) => [visit(1, on), visit(2, on)]))).toMatchObject({ rejected: 0, recorded: 56 })
    expect((await visitsTo(2)).map(({ data }) => data)).toEqual(days.map((on) => ({ on, minutes: 30 })))
  })

  it('of the same rows again records nothing, whatever the order of rows and columns and whatever is new', async () => {
    await bring([visit(1), visit(2)])
    expect(await bring([visit(1), visit(2)])).toMatchObject({ rows: 2, rejected: 0, recorded: 0 })
    const reordered = ['minutes,备注,on,document', `30,x,2026-03-02,${documentOf(2)}`, `30,,2026-03-05,${documentOf(3)}`]
    expect(await bring(reordered.slice(1), { header: reordered[0] })).toMatchObject({ rejected: 0, recorded: 1, ignoredColumns: ['备注'] })
    const ndjson = [JSON.stringify({ document: documentOf(1), on: '2026-03-02', minutes: '30' })]
    expect(await bring(ndjson.slice(1), { header: ndjson[0] })).toMatchObject({ rows: 1, rejected: 0, recorded: 0 })
  })

  it('takes a row that was refused once what it lacked is there', async () => {
    await bring([visit(1, '2026-03-02'), visit(1, '2026-03-01')])
    store = inMemoryEventStore()
    expect(await bring([visit(1, '2026-03-01'), visit(1, '2026-03-02')])).toMatchObject({ rejected: 0, recorded: 2 })
  })

  it('leaves no reject file when nothing was rejected, not even that of an earlier one', async () => {
    await bring(['x,y'])
    expect(existsSync(rejects)).toBe(true)
    await bring([visit(1)])
    expect(existsSync(rejects)).toBe(false)
  })

  it('that is stopped goes on where it was, with a reject file as if it had not been', async () => {
    const rows = Array.from({ length: 12_000 }, (_, nth) => (nth % 100 === 7 ? visit(nth, 'never') : visit(nth)))
    await bring(rows, { store: inMemoryEventStore() })
    const wanted = rejected()
    const stop = new AbortController()
    const onProgress = ({ rows: done }: { rows: number }): void => (done === 6_000 ? stop.abort() : undefined)
    const first = await bring(rows, { signal: stop.signal, onProgress })
    expect(first.finished).toBe(false)
    const second = await bring(rows)
    expect(second).toMatchObject({ finished: true, rows: 12_000, rejected: 120, resumedAt: first.rows, reasons: { 'invalid-cell': 120 } })
    expect([first.rows < 12_000, first.recorded + second.recorded]).toEqual([true, 11_880])
    expect(rejected()).toEqual(wanted)
  })

  it('begins anew when the reject file of its beginning is gone', async () => {
    const rows = Array.from({ length: 12_000 }, (_, nth) => visit(nth, nth === 3 ? 'never' : undefined))
    const stop = new AbortController()
    await bring(rows, { signal: stop.signal, onProgress: () => stop.abort() })
    rmSync(rejects)
    expect(await bring(rows)).toMatchObject({ resumedAt: 0, rows: 12_000, rejected: 1 })
    expect(rejected()).toHaveLength(1)
  })

  it.each([
    ['lacks a column', { header: 'document,on' }, /lacks the columns minutes/],
    ['is its own reject file', { rejects: 'file' }, /must be another file/],
    ['has nowhere to put rejects', { rejects: 'none/rejects.csv' }, /cannot be written \(ENOENT\)/],
  ])('of a file that %s writes nothing', async (_name, how, why) => {
    await expect(bring([visit(1)], how)).rejects.toThrow(why)
    expect(readdirSync(folder)).toEqual(['file'])
    expect(await visitsTo(1)).toEqual([])
  })

  it('that the store fails says at which row, and what is kept', async () => {
    const broken: EventStore = { ...store, append: () => Promise.reject(new RangeError('out of sense')) }
    await expect(bring([visit(1)], { store: broken })).rejects.toThrow(
      /^Row 2 could not be recorded: out of sense\. .*goes on from there\.$/,
    )
  })

  it('waits for checkpoints that cannot be kept for a moment', async () => {
    let failures = 3
    const shaky: ImportCheckpoints = {
      ...checkpoints,
      write: (...kept) => ((failures -= 1) > 0 ? Promise.reject(new Error('Connection terminated')) : checkpoints.write(...kept)),
    }
    const refused = [visit(1, '2026-03-02'), visit(1, '2026-03-01')]
    expect(await bring(refused, { checkpoints: shaky })).toMatchObject({ finished: true, rejected: 1 })
    expect(rejected()).toHaveLength(1)
  })

  it('waits for a store that fails for a moment', async () => {
    let failures = 3
    const shaky: EventStore = {
      ...store,
      append: (...append) =>
        (failures -= 1) > 0 ? Promise.reject(new Error('Connection terminated unexpectedly')) : store.append(...append),
    }
    expect(await bring([visit(1)], { store: shaky })).toMatchObject({ rejected: 0 })
    expect(await visitsTo(1)).toHaveLength(1)
  })
})

const key = createSecretKey('ab'.repeat(32), 'hex')
const checkpoints = inMemoryCheckpoints()
let store = inMemoryEventStore()
let folder = ''
let rejects = ''
beforeEach(() => {
  store = inMemoryEventStore()
  folder = mkdtempSync(join(tmpdir(), 'import-file-'))
  rejects = join(folder, 'rejects.csv')
})
afterEach(() => rmSync(folder, { recursive: true }))

const visit = (person: number, on = '2026-03-02', minutes = '30'): string => `${documentOf(person)},${on},${minutes}`

type How = Partial<FileImport> & { readonly header?: string | undefined }

const bring = (rows: readonly string[], { header = 'document,on,minutes', ...how }: How = {}) => {
  const file = join(folder, 'file')
  writeFileSync(file, [header, ...rows].join('\n'))
  const to = how.rejects === undefined ? rejects : join(folder, how.rejects)
  return importFile({ file, context: 'test', kind: visitKind, refusals: visitRefusals, store, checkpoints, key, ...how, rejects: to })
}

const rejected = (): readonly string[] => readFileSync(rejects, 'utf8').trimEnd().split('\n').slice(1)

const visitsTo = (person: number): Promise<readonly RecordedEvent[]> => {
  const parsed = parseIdentityDocument(documentOf(person))
  if (!parsed.valid) throw new Error(parsed.why)
  return Array.fromAsync(store.read(`visits-${personIdsWith(key).of(parsed.document)}`))
}
