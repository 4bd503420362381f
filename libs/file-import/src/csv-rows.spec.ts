import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { headerOf } from './csv-header.js'
import { csvRows } from './csv-rows.js'
import type { FileRow } from './file-rows.js'
import { ImportFault } from './import-fault.js'
import { linesOf } from './lines.js'
import { ndjsonRows } from './ndjson-rows.js'

describe('a CSV file', () => {
  it('has a row for every line below its header, which tells what parts the cells', async () => {
    for (const mark of [',', '\t', ';']) {
      expect(await csv(`on${mark}note\r\n1${mark}a\r\n2${mark}b`)).toEqual([row(2, { on: '1', note: 'a' }), row(3, { on: '2', note: 'b' })])
    }
  })

  it('may quote its cells, also around commas, quotes and line breaks', async () =>
    expect(await csv('on,note\n"1","a, ""b"""\n2,"two\nlines"\n3,c')).toEqual([
      row(2, { on: '1', note: 'a, "b"' }),
      row(3, { on: '2', note: 'two\nlines' }),
      row(5, { on: '3', note: 'c' }),
    ]))

  it('may hold blank lines and blank rows, which count as lines only', async () =>
    expect(await csv('\non,note\n\n1,a\n,\n2,b\n\n')).toEqual([row(4, { on: '1', note: 'a' }), row(6, { on: '2', note: 'b' })]))

  it('loses one row only to a quote that nobody closes', async () =>
    expect(await csv('on,note\n1,"a\n2,b\n3,"c"\n4,d')).toEqual([
      bad(2, 'unreadable-row'),
      row(3, { on: '2', note: 'b' }),
      row(4, { on: '3', note: 'c' }),
      row(5, { on: '4', note: 'd' }),
    ]))

  it('loses one row only to an open quote at its very end, or far from the next', async () => {
    expect(await csv('on,note\n1,a\n2,"b')).toEqual([row(2, { on: '1', note: 'a' }), bad(3, 'unreadable-row')])
    const many = Array.from({ length: 200 }, (_, nth) => `${nth},x`)
    const rows = await csv(`on,note\n0,"a\n${many.join('\n')}`)
    expect([rows.length, rows.filter((one) => 'unreadable' in one)]).toEqual([201, [bad(2, 'unreadable-row')]])
  })

  it('keeps a quote in the middle of a cell', async () =>
    expect(await csv('on,note\n1,5" wide')).toEqual([row(2, { on: '1', note: '5" wide' })]))

  it('rejects a row with too few or too many cells, unreadable characters, or without an end', async () =>
    expect(await csv(`on,note\n1\n2,b,c\n3,\uFFFD\n4,${'x'.repeat(2 << 20)}\n5,e`)).toEqual([
      bad(2, 'wrong-number-of-cells'),
      bad(3, 'wrong-number-of-cells'),
      bad(4, 'unreadable-characters'),
      bad(5, 'row-too-long'),
      row(6, { on: '5', note: 'e' }),
    ]))

  it('is read the same in whatever pieces it comes', () =>
    fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('"', ',', '\n', 'a', '失') }),
        fc.integer({ min: 1, max: 9 }),
        async (text, size) => {
          expect(await csv(`on,note\n${text}`, size)).toEqual(await csv(`on,note\n${text}`))
        },
      ),
    ))

  it.each(['', '\n\n', '"on,note\n1,2'])('that begins with %j has no header', (text) => expect(csv(text)).rejects.toThrow(ImportFault))
})

describe('an NDJSON file', () => {
  it('has an object on every line that is not blank', async () =>
    expect(await ndjson('{"on":"1"}\n\n{"on":2}\r\n')).toEqual([row(1, { on: '1' }), row(3, { on: 2 })]))

  it.each(['{"on":', '7', 'null', '[]', '{"on":"\uFFFD"}'])('loses only the row %s', async (text) => {
    const [broken, good] = await ndjson(`${text}\n{"on":"1"}`)
    expect([broken && 'unreadable' in broken, good]).toEqual([true, row(2, { on: '1' })])
  })
})

const row = (line: number, cells: Readonly<Record<string, unknown>>): FileRow => ({ line, cells })
const bad = (line: number, unreadable: string) => ({ line, unreadable })

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += size) yield await Promise.resolve(text.slice(start, start + size))
}

const csv = async (text: string, size = 1 << 16): Promise<readonly FileRow[]> => {
  const lines = () => linesOf(pieces(text, size))
  return (await Array.fromAsync(csvRows(lines(), await headerOf(lines())))).flat()
}

const ndjson = async (text: string): Promise<readonly FileRow[]> => (await Array.fromAsync(ndjsonRows(linesOf(pieces(text, 5))))).flat()
