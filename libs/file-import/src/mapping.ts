import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Column } from './columns.js'
import { ImportFault, withoutNumbers } from './import-fault.js'

const mappingFile = z.strictObject({
  columns: z.record(z.string().trim(), z.string()).default({}),
  values: z.record(z.string(), z.record(z.string().trim(), z.string())).default({}),
})

/** 映射文件: an agency's own column names to ours, and its own words in a column to ours. */
export type Mapping = z.infer<typeof mappingFile>

export const noMapping: Mapping = { columns: {}, values: {} }

/** @throws ImportFault */
export const readMapping = async (path: string): Promise<Mapping> => {
  const { data, error } = mappingFile.safeParse(await jsonIn(path))
  if (data) return data
  const { path: place, message } = error.issues[0] ?? { path: [], message: '' }
  throw new ImportFault(
    `The mapping file ${path} is not of the form { "columns": { "theirs": "ours" }, "values": { "ours": { "their word": "our word" } } }: ${place.join('.')} ${message}.`,
  )
}

const jsonIn = async (path: string): Promise<unknown> => {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new ImportFault(`The mapping file ${path} cannot be read.`)
  })
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new ImportFault(`The mapping file ${path} is not JSON.`)
  }
}

export type Cells = Readonly<Record<string, unknown>>

/** A file's own column names and words become canonical ones. */
export const mapper = (columns: readonly Column[], mapping: Mapping) => {
  refuseUnknown(columns, mapping)
  const known = new Set(columns.map(({ name }) => name))
  const renamed = new Map(Object.entries(mapping.columns))
  const theirs = new Map(Object.entries(mapping.columns).map(([name, ours]) => [ours, name]))
  const words = new Map(Object.entries(mapping.values).map(([column, ours]) => [column, new Map(Object.entries(ours))]))

  const canonical = (name: string): string | undefined => renamed.get(name) ?? (known.has(name) ? name : undefined)
  const translated = (column: string, cell: unknown): unknown => {
    if (typeof cell !== 'string') return cell
    const word = cell.trim()
    return words.get(column)?.get(word) ?? word
  }

  return {
    canonical,
    /** How the file itself calls a column. */
    theirs: (column: string): string => theirs.get(column) ?? column,
    /** @throws ImportFault when a required column is missing or named twice */
    check: (header: readonly string[]): void => checkHeader(columns, header, canonical),
    /** The cells that have a canonical name, by it. */
    cells: (row: Cells): Cells => {
      const cells: Record<string, unknown> = {}
      for (const name of Object.keys(row)) {
        const column = canonical(name)
        if (column !== undefined && row[name] !== null) cells[column] = translated(column, row[name])
      }
      return cells
    },
  }
}

export type Mapper = ReturnType<typeof mapper>

const refuseUnknown = (columns: readonly Column[], { columns: renamed, values }: Mapping): void => {
  const unknown = [...Object.values(renamed), ...Object.keys(values)].find((name) => columns.every((column) => column.name !== name))
  if (unknown !== undefined)
    throw new ImportFault(`The mapping file names a column "${withoutNumbers(unknown)}"; the columns are ${listOf(columns)}.`)
}

const checkHeader = (columns: readonly Column[], header: readonly string[], canonical: Mapper['canonical']): void => {
  const names = header.map(canonical).filter((name) => name !== undefined)
  const twice = names.find((name, place) => names.indexOf(name) < place)
  if (twice !== undefined) throw new ImportFault(`Two columns of the file mean "${twice}".`)
  const missing = columns.filter(({ name, required }) => required && !names.includes(name)).map(({ name }) => name)
  if (missing.length === 0) return
  throw new ImportFault(
    `The file lacks the columns ${missing.join(', ')}; it has ${withoutNumbers(header.join(', '))}. ` +
      `Expected are ${listOf(columns)}: name them so, or give a mapping file.`,
  )
}

const listOf = (columns: readonly Column[]): string =>
  columns.map(({ name, required }) => (required ? name : `${name} (may be absent)`)).join(', ')
