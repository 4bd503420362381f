import type { AgencyFile, Cell, Row } from '../files/agency-file.js'

/** One line of a CSV file, in the agency's own words. */
export const csvLine = ({ file: { columns, words }, cells }: Row): string => {
  let line = ''
  for (const column of Object.keys(columns)) {
    line += `${line === '' ? '' : ','}${quoted(textOf(cells[column], words[column]))}`
  }
  return `${line}\r\n`
}

export const csvHeading = ({ columns }: AgencyFile): string => `${Object.values(columns).map(quoted).join(',')}\r\n`

export const ndjsonLine = ({ cells }: Row): string => `${JSON.stringify(cells)}\n`

/** 映射文件 for the import: the agency's names and words to the canonical ones. */
export const mappingOf = ({ columns, words }: AgencyFile): string => {
  const values = Object.entries(words).map(([column, own]) => [column, turned(own)])
  return `${JSON.stringify({ columns: turned(columns), values: Object.fromEntries(values) }, undefined, 2)}\n`
}

const turned = (names: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(names).map(([canonical, own]) => [own, canonical]))

const textOf = (cell: Cell | undefined, words: Readonly<Record<string, string>> | undefined): string => {
  switch (typeof cell) {
    case 'undefined':
      return ''
    case 'string':
      return words?.[cell] ?? cell
    case 'number':
      return String(cell)
    case 'boolean':
      return cell ? '是' : '否'
    default:
      return cell.map((each) => words?.[each] ?? each).join(' ')
  }
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
