import { schemaOf } from '@concord/service-host'
import type { KeyObject } from 'node:crypto'
import type { EventStore } from '@concord/event-store'
import { postgresEventStore } from '@concord/event-store-postgres'
import { type FileImport, importFile, type ImportSummary, type RecordKind } from '@concord/file-import'
import type { Database } from '@concord/postgres'
import type { ImportingContext } from './contexts.js'
import { postgresCheckpoints } from './postgres-checkpoints.js'

export interface ImportingCity {
  readonly database: Database
  /** Of person ids. */
  readonly key: KeyObject
}

export type RecordsFile = Pick<FileImport, 'file' | 'rejects' | 'mapping' | 'encoding' | 'signal' | 'onProgress'>

/** Imports a file of one kind of record into a city's database. @throws ImportFault */
export const importRecords = async (
  { database, key }: ImportingCity,
  { name, refusals }: ImportingContext,
  kind: RecordKind,
  file: RecordsFile,
): Promise<ImportSummary> => {
  const schema = schemaOf(name)
  const store: EventStore = await postgresEventStore({ database, schema })
  const checkpoints = await postgresCheckpoints(database, schema)
  return importFile({ ...file, context: name, kind, refusals, store, checkpoints, key })
}
