import { CsvError, parse } from 'csv-parse/sync'
import type { CsvHeader } from './csv-header.js'
import type { FileRow } from './file-rows.js'
import type { Line } from './lines.js'

/** Cells with line breaks in them are short remarks; a longer one is a quote that somebody forgot to close. */
const mostLinesInRow = 50

/** The rows below the header; rows of blank cells, which spreadsheets leave behind, are none. */
export async function* csvRows(pages: AsyncIterable<readonly Line[]>, header: CsvHeader): AsyncGenerator<readonly FileRow[]> {
  const reader = rowReader(header)
  for await (const page of pages)
    yield reader.rowsOf(page.filter(({ number, text }) => number > header.line && !/^[\s,;"]*$/.test(text ?? '?')))
  yield reader.rest()
}

/**
 * A CSV parser that meets an open quote takes all that follows for one cell. Here a quote that is not closed soon costs its own line
 * only, and the lines below are rows again.
 */
const rowReader = ({ names, delimiter }: CsvHeader) => {
  let open: readonly Line[] = []

  const rowOf = (line: number, cells: readonly string[]): FileRow => {
    if (cells.length !== names.length) return { line, unreadable: 'wrong-number-of-cells' }
    if (cells.some((cell) => cell.includes('\uFFFD'))) return { line, unreadable: 'unreadable-characters' }
    return { line, cells: Object.fromEntries(names.map((name, place) => [name, cells[place]])) }
  }

  const take = (line: Line): readonly FileRow[] => {
    const lines = [...open, line]
    open = []
    const [first = line] = lines
    const record = recordIn(lines, delimiter)
    if (typeof record === 'object') return [rowOf(first.number, record)]
    if (record === 'broken' || lines.length === mostLinesInRow) return giveUp(lines)
    open = lines
    return []
  }
  const giveUp = ([first, ...others]: readonly Line[]): readonly FileRow[] =>
    first ? [{ line: first.number, unreadable: first.text === undefined ? 'row-too-long' : 'unreadable-row' }, ...others.flatMap(take)] : []

  return {
    rowsOf: (page: readonly Line[]): readonly FileRow[] => {
      const records = open.length === 0 ? recordsIn(page, delimiter) : undefined
      return records?.map((cells, place) => rowOf(page[place]?.number ?? 0, cells)) ?? page.flatMap(take)
    },
    /** At the end of the file: what is open will not be closed. */
    rest: (): readonly FileRow[] => {
      const rows: FileRow[] = []
      while (open.length > 0) {
        const lines = open
        open = []
        rows.push(...giveUp(lines))
      }
      return rows
    },
  }
}

/** The one record that some lines are; `open` when a quote waits to be closed. */
const recordIn = (lines: readonly Line[], delimiter: string): readonly string[] | 'open' | 'broken' => {
  const last = lines.at(-1)?.text
  if (last === undefined) return 'broken'
  if (last.includes('"')) return quotedRecordIn(lines, delimiter)
  return lines.length === 1 ? last.split(delimiter) : 'open'
}

const quotedRecordIn = (lines: readonly Line[], delimiter: string): readonly string[] | 'open' | 'broken' => {
  try {
    // A quote in the middle of a cell is a slip of the pen within one line; across lines it would join strangers.
    const [record, ...others] = parse(textOf(lines), { ...strict, delimiter, relax_quotes: lines.length === 1 })
    return record && others.length === 0 ? record : 'broken'
  } catch (error) {
    return error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open' : 'broken'
  }
}

/** All lines at once, where each of them is a record: a parser a line costs more than the line. */
const recordsIn = (lines: readonly Line[], delimiter: string): readonly (readonly string[])[] | undefined => {
  if (lines.some(({ text }) => text === undefined)) return undefined
  const text = textOf(lines)
  if (!text.includes('"')) return undefined
  try {
    const records = parse(text, { ...strict, delimiter })
    return records.length === lines.length ? records : undefined
  } catch {
    return undefined
  }
}

const strict = { record_delimiter: '\n', relax_column_count: true } as const
const textOf = (lines: readonly Line[]): string => lines.map(({ text }) => text).join('\n')
