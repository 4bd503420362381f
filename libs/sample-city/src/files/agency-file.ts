/** What stands in a cell: text, number, yes or no, or several of them. */
export type Cell = string | number | boolean | readonly (string | number)[]

/** One kind of record, as one agency's old system delivers it. */
export interface AgencyFile {
  readonly context: 'healthcare-security' | 'civil-affairs' | 'disabled-persons-federation' | 'health'
  /** As the import command names it. */
  readonly kind: string
  /** Canonical name to the agency's own, in the order of the file. */
  readonly columns: Readonly<Record<string, string>>
  /** Of some columns, canonical word to the agency's own. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** A row that is meant to end in the reject file, and why: a cell that cannot be right, or a rule that refuses. */
export type Rejection = { readonly column: string } | { readonly refusal: string }

/** One line of one agency's file. */
export interface Row {
  readonly file: AgencyFile
  /** By canonical name; what is absent is an empty cell. */
  readonly cells: Readonly<Record<string, Cell | undefined>>
  readonly rejected?: Rejection
}

/** A writer of rows that knows the columns of its file; a list of them when the agency calls them as we do. */
export const fileOf =
  (context: AgencyFile['context']) =>
  <const Column extends string>(
    kind: string,
    columns: Readonly<Record<Column, string>> | readonly Column[],
    words: AgencyFile['words'] = {},
  ) => {
    const named = Array.isArray(columns) ? Object.fromEntries(columns.map((column) => [column, column])) : columns
    const file: AgencyFile = { context, kind, columns: named, words }
    const row = (cells: Readonly<Partial<Record<Column, Cell | undefined>>>): Row => ({ file, cells })
    return Object.assign(row, { file })
  }

/** The same row, expected in the reject file. */
export const rejected = (row: Row, rejection: Rejection): Row => ({ ...row, rejected: rejection })
