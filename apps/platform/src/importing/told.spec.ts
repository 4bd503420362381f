import { describe, expect, it } from '@jest/globals'
import { type ImportProgress, type ImportSummary } from '@concord/file-import'
import { importingContexts, kindOf } from './contexts.js'
import { contextsTold } from './kinds-told.js'
import { memoryPeaks } from './memory-peaks.js'
import { importOptionsFrom } from './options.js'
import { paceOf } from './pace.js'
import { summaryTold } from './summary-told.js'

const halfway: ImportProgress = { rows: 600, rejected: 3, resumedAt: 100, bytesRead: 5_000, bytes: 10_000 }

describe('the pace of an import', () => {
  it('counts the rows of this run, and the time left by the part of the file that was read', () =>
    expect(paceOf(halfway, 10)).toEqual({ percent: 50, rowsPerSecond: 50, secondsLeft: 12 }))

  it('is not known before the first row', () =>
    expect(paceOf({ ...halfway, rows: 0, resumedAt: 0, bytesRead: 0 }, 0)).toEqual({ percent: 0, rowsPerSecond: 0, secondsLeft: Infinity }))
})

it('memory peaks are told at powers of ten of rows', () => {
  const sizes = [10, 30, 20, 40]
  const peaks = memoryPeaks(() => (sizes.shift() ?? 0) * 2 ** 20)
  for (const rows of [9_999, 10_050, 99_999, 100_000]) peaks.look(rows)
  expect(peaks.told()).toBe('30 MB at 10,000 rows, 40 MB at 100,000 rows, 40 MB at the end')
})

describe('the summary of an import', () => {
  const source = { path: 'x.csv', bytes: 10_000, encoding: 'utf-8', format: 'csv' } as const
  const summary: ImportSummary = { ...halfway, finished: true, recorded: 497, reasons: { a: 1, b: 3 }, source, ignoredColumns: [] }

  it('counts rejects by reason, the commonest first', () =>
    expect(summaryTold(summary, 'r.csv', 10).split('\n')).toEqual([
      'finished: 600 rows, 597 taken, 3 rejected; 497 events recorded',
      '10 s, 50 rows/s, after 100 rows of an earlier run',
      'rejected rows are in r.csv, by reason:',
      '  b: 3',
      '  a: 1',
    ]))

  it('says when all was known, and when it was stopped', () => {
    expect(summaryTold({ ...summary, rejected: 0, recorded: 0, resumedAt: 0 }, 'r.csv', 10)).toBe(
      'finished: 600 rows, 600 taken, 0 rejected; 0 events recorded, all of these were recorded already\n10 s, 60 rows/s',
    )
    expect(summaryTold({ ...summary, finished: false }, 'r.csv', 10)).toMatch(/^stopped; the same command goes on from here: 600 rows/)
  })

  it('says nothing to be known where nothing was taken, and that a file has no rows', () => {
    expect(summaryTold({ ...summary, rejected: 600, recorded: 0 }, 'r.csv', 10)).toMatch(
      /^finished: 600 rows, 0 taken, 600 rejected; 0 events recorded\n/,
    )
    const empty = { ...summary, rows: 0, rejected: 0, resumedAt: 0, recorded: 0, reasons: {} }
    expect(summaryTold(empty, 'r.csv', 10)).toBe('finished: the file has no rows')
    expect(summaryTold({ ...empty, finished: false }, 'r.csv', 10)).toMatch(
      /^stopped; .*: 0 rows, 0 taken, 0 rejected; 0 events recorded\n/,
    )
  })
})

describe('the import command', () => {
  it('means files from where its caller stands, and puts rejects beside the file', () =>
    expect(importOptionsFrom(['health', 'falls', 'a.csv', '--mapping', 'm.json'], { typed: 'import', folder: '/somewhere' })).toMatchObject(
      {
        context: { name: 'health' },
        kind: { name: 'falls' },
        file: '/somewhere/a.csv',
        mapping: '/somewhere/m.json',
        rejects: '/somewhere/a.csv.rejects.csv',
        encoding: undefined,
      },
    ))

  it('knows a kind by the names of its context and its own, and that nobody imports another', () => {
    expect(kindOf('health', 'falls')).toMatchObject({ context: { name: 'health' }, kind: { name: 'falls' } })
    for (const [context, kind] of [
      ['health', 'flights'],
      ['police', 'falls'],
    ] as const)
      expect(() => kindOf(context, kind)).toThrow(`nobody imports ${context}/${kind}`)
  })

  it('lists the columns of every kind of every context', () => {
    const told = contextsTold()
    const kinds = Object.values(importingContexts).flatMap(({ name, recordKinds }) => [`${name}:`, ...recordKinds.map((kind) => kind.name)])
    for (const name of kinds) expect(told).toContain(name)
    expect(told).toMatch(/^ {6} document {2}/m)
    expect(told).toMatch(/^ {6} \[closingReason\] {2}recovered \| /m)
  })
})
