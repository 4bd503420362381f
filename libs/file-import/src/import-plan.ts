import { createHmac, type KeyObject } from 'node:crypto'
import { resolve } from 'node:path'
import type { Sentences } from '@concord/decider'
import type { EventStore } from '@concord/event-store'
import type { ImportCheckpoints } from './checkpoints.js'
import { columnsOf } from './columns.js'
import type { FileRow } from './file-rows.js'
import { ImportFault } from './import-fault.js'
import type { ImportProgress } from './import-tally.js'
import { mapper, type Mapping, noMapping } from './mapping.js'
import type { RecordKind } from './record-kind.js'
import { type ReadyRow, rowTaker } from './row-taker.js'
import { type Encoding, inspect, type SourceFile } from './source-file.js'
import { sourceRows } from './source-rows.js'

export interface FileImport {
  readonly file: string
  /** Where rows that are not taken go: replaced when the import begins, continued when it goes on, gone when nothing was rejected. */
  readonly rejects: string
  /** The agency as the city knows it: `health`. */
  readonly context: string
  readonly kind: RecordKind
  readonly refusals: Sentences
  readonly mapping?: Mapping | undefined
  /** Found out when not said. */
  readonly encoding?: Encoding | undefined
  readonly store: EventStore
  readonly checkpoints: ImportCheckpoints
  /** The key of person ids; names rows, too. */
  readonly key: KeyObject
  /** Stops the import in good order; it goes on when it is started again. */
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined
}

/** An import of which nothing is recorded yet, though all that can stop it as a whole was looked at. */
export interface ImportPlan {
  /** The same for the same bytes read in the same way: under this name an interrupted import is found again. */
  readonly name: string
  readonly source: SourceFile
  /** Columns of the file that mean nothing to us. */
  readonly ignoredColumns: readonly string[]
  readonly rows: (onBytes: (bytes: number) => void) => AsyncIterable<readonly FileRow[]>
  readonly ready: (row: FileRow) => ReadyRow
}

/** @throws ImportFault */
export const planImport = async (asked: FileImport): Promise<ImportPlan> => {
  const { file, rejects, context, kind, key, mapping = noMapping, encoding } = asked
  if (resolve(file) === resolve(rejects)) throw new ImportFault('The reject file must be another file than the one that is imported.')
  const mapped = mapper(columnsOf(kind), mapping)
  const digest = createHmac('sha256', key).update(JSON.stringify([context, kind.name, mapping, encoding, resolve(rejects)]))
  const source = await inspect(file, encoding, digest)
  const name = digest.digest('hex').slice(0, 32)
  const origin = { context, kind: kind.name, correlationId: `import-${name}`, key }
  return { name, source, ...(await sourceRows(source, mapped)), ready: rowTaker({ ...asked, mapper: mapped, origin }) }
}
