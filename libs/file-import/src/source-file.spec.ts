import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import iconv from 'iconv-lite'
import { ImportFault } from './import-fault.js'
import { type Encoding, inspect, textOf } from './source-file.js'

const text = `姓名,日期\n${'失能老年人𠀀㐀,2026-03-02\n'.repeat(9_000)}`

describe('a file to import', () => {
  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['GB18030', iconv.encode(text, 'gb18030'), 'gb18030'],
    ['GB18030 with a byte order mark', iconv.encode(`\uFEFF${text}`, 'gb18030'), 'gb18030'],
    ['GBK', iconv.encode('姓名\n张三', 'gbk'), 'gb18030'],
    ['ASCII', Buffer.from('name\nx'), 'utf-8'],
  ])('in %s is found to be so and read as it was written', async (_name, bytes, encoding) => {
    const source = await look(bytes)
    expect(source).toMatchObject({ encoding, format: 'csv', bytes: bytes.length })
    const read: number[] = []
    const pieces = await Array.fromAsync(textOf(source, (more) => read.push(more)))
    expect(pieces.join('')).toBe(iconv.decode(bytes, encoding, { stripBOM: true }).replace(/^\uFEFF/, ''))
    expect(read.reduce((sum, more) => sum + more, 0)).toBe(bytes.length)
  })

  it('holds objects when its first character is a brace', async () =>
    expect(await look(Buffer.from('\uFEFF \n{"on":1}'))).toMatchObject({ format: 'ndjson' }))

  it('that is in no encoding throughout needs to be told in which it should be', async () => {
    const mixed = Buffer.concat([Buffer.from('姓名\n张三\n'), Buffer.of(0xff, 0xff), Buffer.from('\n李四\n')])
    await expect(look(mixed)).rejects.toThrow(/neither UTF-8 nor GB18030 throughout; .* --encoding/)
    const source = await look(mixed, 'utf-8')
    expect((await Array.fromAsync(textOf(source, () => {}))).join('')).toBe('姓名\n张三\n\uFFFD\uFFFD\n李四\n')
  })

  it.each([
    ['empty', Buffer.of(), /is empty\.$/],
    ['UTF-16', Buffer.from('\uFEFFa,b', 'utf16le'), /UTF-16/],
    ['a workbook', Buffer.from('PK\x03\x04'), /workbook/],
    ['not text', Buffer.from('ab\0c'), /is not text\.$/],
    ['a JSON array', Buffer.from('[{}]'), /JSON array/],
  ])('is refused when it is %s', async (_name, bytes, why) => {
    await expect(look(bytes)).rejects.toThrow(ImportFault)
    await expect(look(bytes)).rejects.toThrow(why)
  })

  it.each([
    [join(tmpdir(), 'no-such-file.csv'), /ENOENT/],
    [tmpdir(), /is not a file/],
  ])('is refused when there is none at %s', (path, why) =>
    expect(inspect(path, undefined, createHmac('sha256', 'key'))).rejects.toThrow(why),
  )
})

const folder = mkdtempSync(join(tmpdir(), 'source-file-'))
afterAll(() => rmSync(folder, { recursive: true }))

const look = (bytes: Buffer, asked?: Encoding) => {
  const path = join(folder, 'file')
  writeFileSync(path, bytes)
  return inspect(path, asked, createHmac('sha256', 'key'))
}
