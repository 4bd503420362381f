import type { KeyObject } from 'node:crypto'
import type { EventStore } from '@concord/event-store'
import { postgresEventStore } from '@concord/event-store-postgres'
import { type FileImport, importFile, type ImportSummary, type RecordKind } from '@concord/file-import'
import type { Database } from '@concord/postgres'
import { schemaOf } from '@concord/service-host'
import type { ImportingContext } from './contexts.js'
import { postgresCheckpoints } from './postgres-checkpoints.js'

export interface ImportingCity {
  readonly database: Database
  /** The context's, when its events are elsewhere. */
  readonly store?: EventStore
  /** Of person ids. */
  readonly key: KeyObject
}

export type RecordsFile = Pick<FileImport, 'file' | 'rejects' | 'mapping' | 'encoding' | 'signal' | 'onProgress'>

/** Imports a file of one kind of record into a context's store. @throws ImportFault */
export const importRecords = async (
  { database, key, store: elsewhere }: ImportingCity,
  { name, refusals }: ImportingContext,
  kind: RecordKind,
  file: RecordsFile,
): Promise<ImportSummary> => {
  const schema = schemaOf(name)
  const store = elsewhere ?? (await postgresEventStore({ database, schema }))
  const checkpoints = await postgresCheckpoints(database, schema)
  return importFile({ ...file, context: name, kind, refusals, store, checkpoints, key })
}
