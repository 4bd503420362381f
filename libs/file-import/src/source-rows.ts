import { headerOf } from './csv-header.js'
import { csvRows } from './csv-rows.js'
import type { FileRow } from './file-rows.js'
import { linesOf } from './lines.js'
import type { Mapper } from './mapping.js'
import { ndjsonRows } from './ndjson-rows.js'
import { type SourceFile, textOf } from './source-file.js'

export interface SourceRows {
  /** Names in the header that mean nothing to us. */
  readonly ignoredColumns: readonly string[]
  /** All rows; may be asked for once. `onBytes` hears how much of the file was read. */
  readonly rows: (onBytes: (bytes: number) => void) => AsyncIterable<readonly FileRow[]>
}

/** @throws ImportFault when the header of a CSV file does not name what is needed */
export const sourceRows = async (source: SourceFile, { check, canonical }: Mapper): Promise<SourceRows> => {
  const lines = (onBytes: (bytes: number) => void = () => {}) => linesOf(textOf(source, onBytes))
  if (source.format === 'ndjson') return { ignoredColumns: [], rows: (onBytes) => ndjsonRows(lines(onBytes)) }
  const header = await headerOf(lines())
  check(header.names)
  return {
    ignoredColumns: header.names.filter((name) => canonical(name) === undefined),
    rows: (onBytes) => csvRows(lines(onBytes), header),
  }
}

/** Without the first rows. */
export async function* skip<Row>(pages: AsyncIterable<readonly Row[]>, rows: number): AsyncGenerator<readonly Row[]> {
  let left = rows
  for await (const page of pages) {
    if (left < page.length) yield page.slice(left)
    left = Math.max(0, left - page.length)
  }
}
