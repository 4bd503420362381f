import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { KeyObject } from 'node:crypto'
import { inMemoryEventStore } from '@concord/event-store'
import { importFile, inMemoryCheckpoints, readMapping, type RecordKind } from '@concord/file-import'
import type { Manifest } from '@concord/sample-city'
import { kindOf } from '../importing/contexts.js'

/** The identity document of everybody in a city's files. */
export const documentsIn = async (folder: string, manifest: Manifest, key: KeyObject): Promise<readonly string[]> => {
  const documents = new Set<string>()
  const rejects = mkdtempSync(join(tmpdir(), 'concord-documents-'))
  try {
    for (const { context: name, kind: kindName, path, mapping, encoding } of manifest.files) {
      const { context, kind } = kindOf(name, kindName)
      await importFile({
        file: join(folder, path),
        rejects: join(rejects, 'rejects.csv'),
        context: name,
        kind: listing(kind, documents),
        refusals: context.refusals,
        mapping: mapping === undefined ? undefined : await readMapping(join(folder, mapping)),
        encoding,
        store: inMemoryEventStore(),
        checkpoints: inMemoryCheckpoints(),
        key,
      })
    }
  } finally {
    rmSync(rejects, { recursive: true, force: true })
  }
  return [...documents]
}

/** Reads rows as the kind does, and records nothing. */
const listing = (kind: RecordKind, documents: Set<string>): RecordKind => ({
  ...kind,
  read: (cells) => {
    const read = kind.read(cells)
    if (!read.fits) return read
    documents.add(read.document.number)
    return { ...read, write: () => Promise.resolve({ accepted: true, position: undefined }) }
  },
})
