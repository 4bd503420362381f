import type { Hmac } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { ImportFault } from './import-fault.js'

export const encodings = ['utf-8', 'gb18030'] as const
export type Encoding = (typeof encodings)[number]

/** What one look through a whole file tells before anything of it is imported. */
export interface SourceFile {
  readonly path: string
  readonly bytes: number
  readonly encoding: Encoding
  readonly format: 'csv' | 'ndjson'
}

/**
 * Looks through a file once or twice: whether and how it can be read. Its bytes go into `digest`.
 * @throws ImportFault
 */
export const inspect = async (path: string, asked: Encoding | undefined, digest: Hmac): Promise<SourceFile> => {
  const bytes = await sizeOf(path)
  if (bytes === 0) throw new ImportFault(`The file ${path} is empty.`)
  const utf8 = strictDecoder('utf-8')
  let start: Buffer | undefined
  try {
    for await (const chunk of chunksOf(path)) {
      start ??= chunk
      digest.update(chunk)
      utf8.decode(chunk)
    }
  } catch (error) {
    throw new ImportFault(`The file ${path} cannot be read (${codeOf(error)}).`)
  }
  utf8.end()
  refuseOtherFormats(path, start ?? Buffer.of())
  const encoding = asked ?? (utf8.valid() ? 'utf-8' : await gb18030OrFault(path))
  return { path, bytes, encoding, format: formatOf(path, new TextDecoder(encoding).decode(start)) }
}

/** The file's text, piece by piece, without its byte order mark; what is no character of the encoding becomes U+FFFD. */
export async function* textOf({ path, encoding }: SourceFile, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  let first = true
  for await (const chunk of chunksOf(path)) {
    onBytes(chunk.length)
    const text = decoder.decode(chunk, { stream: true })
    yield first ? text.replace(/^\uFEFF/, '') : text
    first = false
  }
  yield decoder.decode()
}

const chunksOf = (path: string): AsyncIterable<Buffer> => createReadStream(path, { highWaterMark: 128 * 1024 })

const sizeOf = async (path: string): Promise<number> => {
  const found = await stat(path).catch((error: unknown) => {
    throw new ImportFault(`The file ${path} cannot be read (${codeOf(error)}).`)
  })
  if (!found.isFile()) throw new ImportFault(`${path} is not a file.`)
  return found.size
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error))

/** Tells whether all bytes were characters of an encoding. */
const strictDecoder = (encoding: Encoding) => {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let valid = true
  const attempt = (chunk?: Buffer): void => {
    if (!valid) return
    try {
      decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      valid = false
    }
  }
  return { decode: attempt, end: () => attempt(), valid: () => valid }
}

/** Chinese text in GB18030 is never valid UTF-8 by chance, while the reverse happens: this is asked second. */
const gb18030OrFault = async (path: string): Promise<Encoding> => {
  const gb18030 = strictDecoder('gb18030')
  for await (const chunk of chunksOf(path)) gb18030.decode(chunk)
  gb18030.end()
  if (gb18030.valid()) return 'gb18030'
  throw new ImportFault(
    `The file ${path} is neither UTF-8 nor GB18030 throughout; say which it is meant to be with --encoding, and rows with unreadable characters are rejected.`,
  )
}

const refuseOtherFormats = (path: string, start: Buffer): void => {
  const begins = (...bytes: number[]): boolean => bytes.every((byte, place) => start[place] === byte)
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff)) throw new ImportFault(`The file ${path} is in UTF-16; save it as CSV in UTF-8 or GB18030.`)
  if (begins(0x50, 0x4b) || begins(0xd0, 0xcf))
    throw new ImportFault(`The file ${path} is a workbook or archive; save it as CSV in UTF-8 or GB18030.`)
  if (start.includes(0)) throw new ImportFault(`The file ${path} is not text.`)
}

const formatOf = (path: string, start: string): SourceFile['format'] => {
  const first = start.trimStart()[0]
  if (first === '[') throw new ImportFault(`The file ${path} is a JSON array; write one object a line (NDJSON).`)
  return first === '{' ? 'ndjson' : 'csv'
}
