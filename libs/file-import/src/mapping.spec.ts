import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { documentOf, visitKind } from '@concord/file-import/testing'
import { z } from 'zod'
import { maybe, recordKind, wholeNumber } from '@concord/file-import'
import { identityDocument } from '@concord/identity'
import { columnsOf } from './columns.js'
import { mapper, readMapping } from './mapping.js'

const columns = columnsOf(visitKind)

describe('the columns of a kind', () => {
  it('are told by its schema', () =>
    expect(columns.map(({ name, required, words }) => [name, required, words])).toEqual([
      ['document', true, []],
      ['on', true, []],
      ['minutes', true, []],
      ['reason', false, ['first', 'again']],
    ]))

  it('are found beneath checks and transformations', () => {
    const row = z
      .object({ document: identityDocument, on: maybe(z.enum(['a', 'b'])).describe('when'), minutes: maybe(wholeNumber) })
      .refine(() => true)
      .transform((cells) => cells)
    const kind = recordKind({ name: 'k', zh: '类', row, write: () => Promise.reject(new Error('not asked')) })
    expect(columnsOf(kind).slice(1)).toEqual([
      { name: 'on', required: false, words: ['a', 'b'], description: 'when' },
      { name: 'minutes', required: false, words: [], description: undefined },
    ])
  })
})

it('a row of several forms has the columns of all', () => {
  const about = { document: identityDocument }
  const row = z.discriminatedUnion('step', [
    z.object({ ...about, step: z.literal('start'), on: z.string() }),
    z.object({ ...about, step: z.enum(['pause', 'end']) }),
  ])
  const kind = recordKind({ name: 'k', zh: '类', row, write: () => Promise.reject(new Error('not asked')) })
  expect(columnsOf(kind).map(({ name, required, words }) => [name, required, words])).toEqual([
    ['document', true, []],
    ['step', true, ['start', 'pause', 'end']],
    ['on', false, []],
  ])
})

describe('a mapping', () => {
  const theirs = mapper(columns, {
    columns: { 身份证号: 'document', 日期: 'on', 时长: 'minutes', 类型: 'reason' },
    values: { reason: { 首次: 'first' } },
  })

  it('gives columns and words our names, and forgets what has none', () =>
    expect(theirs.cells({ 身份证号: ' x ', 日期: '2026-03-02', minutes: 5, 类型: '首次', 备注: '…', on2: null })).toEqual({
      document: 'x',
      on: '2026-03-02',
      minutes: 5,
      reason: 'first',
    }))

  it('leaves a word that it does not know for the schema to judge', () =>
    expect(theirs.cells({ 类型: '其他' })).toEqual({ reason: '其他' }))

  it('calls a column as the file does', () => expect(['document', 'unknown'].map(theirs.theirs)).toEqual(['身份证号', 'unknown']))

  it('tells what a header lacks and what is expected, without telling numbers', () =>
    expect(() => theirs.check([documentOf(1), '日期'])).toThrow(
      'The file lacks the columns document, minutes; it has (number withheld), 日期. ' +
        'Expected are document, on, minutes, reason (may be absent): name them so, or give a mapping file.',
    ))

  it('may not name one thing twice', () =>
    expect(() => theirs.check(['身份证号', '日期', 'on', '时长'])).toThrow('Two columns of the file mean "on".'))

  it.each([
    { columns: { 日期: 'date' }, values: {} },
    { columns: {}, values: { date: {} } },
  ])('names no column that does not exist', (mapping) =>
    expect(() => mapper(columns, mapping)).toThrow('names a column "date"; the columns are document, on, minutes, reason (may be absent).'),
  )

  it('is read from a file', async () => {
    expect(await readMapping(file('\uFEFF{ "columns": { "日期": "on" } }'))).toEqual({ columns: { 日期: 'on' }, values: {} })
    await expect(readMapping(file('{ "column": {} }'))).rejects.toThrow(/is not of the form .*column/)
    await expect(readMapping(file('{ "columns": { "日期": 1 } }'))).rejects.toThrow(/columns\.日期/)
    await expect(readMapping(file('{'))).rejects.toThrow(/is not JSON/)
    await expect(readMapping(join(folder, 'none.json'))).rejects.toThrow(/cannot be read/)
  })
})

const folder = mkdtempSync(join(tmpdir(), 'mapping-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (text: string): string => {
  const path = join(folder, 'mapping.json')
  writeFileSync(path, text)
  return path
}
