import { closeSync, openSync, writeSync } from 'node:fs'
import iconv from 'iconv-lite'
import type { AgencyFile, Row } from '../files/agency-file.js'
import type { ExpectedReject } from '../manifest.js'
import { csvHeading, csvLine, ndjsonLine } from './cells.js'

/** How each agency's system writes. */
export const deliveries = {
  'healthcare-security': { format: 'csv', encoding: 'utf-8', byteOrderMark: true },
  'civil-affairs': { format: 'csv', encoding: 'gb18030', byteOrderMark: false },
  'disabled-persons-federation': { format: 'csv', encoding: 'gb18030', byteOrderMark: false },
  health: { format: 'ndjson', encoding: 'utf-8', byteOrderMark: false },
} as const satisfies Record<AgencyFile['context'], Delivery>

interface Delivery {
  readonly format: 'csv' | 'ndjson'
  readonly encoding: 'utf-8' | 'gb18030'
  readonly byteOrderMark: boolean
}

export interface FileWriter {
  readonly add: (row: Row) => void
  readonly close: () => { readonly rows: number; readonly expectedRejects: ExpectedReject[] }
}

const longestBuffer = 1 << 16

/** Some text waits in memory, the rest is on disk: constant memory for any number of rows. */
export const fileWriter = (path: string, file: AgencyFile): FileWriter => {
  const { format, encoding, byteOrderMark } = deliveries[file.context]
  const lineOf = format === 'csv' ? csvLine : ndjsonLine
  const descriptor = openSync(path, 'w')
  const rejects = new Map<string, ExpectedReject>()
  let waiting = (byteOrderMark ? '\uFEFF' : '') + (format === 'csv' ? csvHeading(file) : '')
  let rows = 0
  const flush = (): void => {
    writeSync(descriptor, iconv.encode(waiting, encoding))
    waiting = ''
  }
  return {
    add: (row) => {
      waiting += lineOf(row)
      rows += 1
      if (row.rejected) countIn(rejects, row.rejected)
      if (waiting.length > longestBuffer) flush()
    },
    close: () => {
      flush()
      closeSync(descriptor)
      return { rows, expectedRejects: [...rejects.values()] }
    },
  }
}

const countIn = (rejects: Map<string, ExpectedReject>, rejection: NonNullable<Row['rejected']>): void => {
  const key = JSON.stringify(rejection)
  const rows = (rejects.get(key)?.rows ?? 0) + 1
  rejects.set(key, { ...rejection, rows })
}
