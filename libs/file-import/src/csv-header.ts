import { parse } from 'csv-parse/sync'
import { ImportFault } from './import-fault.js'
import type { Line } from './lines.js'

/** The first line of a CSV file. */
export interface CsvHeader {
  readonly line: number
  readonly names: readonly string[]
  readonly delimiter: string
}

/** Commas, tabs or semicolons part the cells: whichever the header has. @throws ImportFault */
export const headerOf = async (pages: AsyncIterable<readonly Line[]>): Promise<CsvHeader> => {
  for await (const page of pages) {
    const first = page.find(({ text }) => text?.trim() !== '')
    if (first) return headerIn(first)
  }
  throw new ImportFault('The file holds nothing but blank lines.')
}

const headerIn = ({ number, text }: Line): CsvHeader => {
  const delimiter = [',', '\t', ';'].find((mark) => text?.includes(mark)) ?? ','
  try {
    const [names] = parse(text ?? '"', { delimiter, trim: true })
    if (names) return { line: number, names, delimiter }
  } catch {
    // Said below: whatever the parser found, the line is no header.
  }
  throw new ImportFault('The first line of the file cannot be read as the names of its columns.')
}
