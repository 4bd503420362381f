import { type FileHandle, open } from 'node:fs/promises'
import { stringify } from 'csv-stringify/sync'
import { ImportFault, withoutNumbers } from './import-fault.js'

/** Why one row, or one cell of it, is not taken. */
export interface Reject {
  /** The line of the file where the row begins; the header is line 1. */
  readonly row: number
  /** As the file calls it; empty when the row as a whole is meant. */
  readonly column: string
  /** Stable, for programs. */
  readonly reason: string
  /** For people. */
  readonly sentence: string
}

/** Spreadsheets take a file without it for text in the machine's old encoding. */
const byteOrderMark = '\uFEFF'
const heading = `${byteOrderMark}row,column,reason,sentence\n`

/** The reject file: CSV in UTF-8. */
export interface Rejects {
  readonly add: (rejects: readonly Reject[]) => void
  /** Everything added is on disk. @returns the file's length in bytes */
  readonly flush: () => Promise<number>
  readonly close: () => Promise<void>
}

/** Replaces what is there. @throws ImportFault */
export const newRejects = async (path: string): Promise<Rejects> => writer(await opened(path, 'w'), 0, heading)

/**
 * Goes on behind what an interrupted import had surely written.
 * @returns undefined when the file no longer holds that much
 * @throws ImportFault
 */
export const continueRejects = async (path: string, bytes: number): Promise<Rejects | undefined> => {
  const file = await opened(path, 'a')
  if ((await file.stat()).size < bytes) {
    await file.close()
    return undefined
  }
  await file.truncate(bytes)
  return writer(file, bytes, '')
}

const opened = (path: string, flags: 'a' | 'w'): Promise<FileHandle> =>
  open(path, flags).catch((error: Error) => {
    throw new ImportFault(`The reject file ${path} cannot be written (${'code' in error ? String(error.code) : error.message}).`)
  })

const writer = (file: FileHandle, length: number, first: string): Rejects => {
  let written = length
  let waiting = first
  const flush = async (): Promise<number> => {
    if (waiting === '') return written
    const text = Buffer.from(waiting)
    waiting = ''
    await file.appendFile(text)
    await file.datasync()
    written += text.length
    return written
  }
  return {
    add: (rejects) => {
      if (rejects.length > 0) waiting += stringify(rejects.map(cellsOf))
    },
    flush,
    close: async () => {
      await flush()
      await file.close()
    },
  }
}

const cellsOf = ({ row, column, reason, sentence }: Reject): readonly string[] => [
  String(row),
  withoutNumbers(column),
  reason,
  withoutNumbers(sentence),
]
