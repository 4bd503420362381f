import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type ImportProgress, type ImportSummary, readMapping } from '@concord/file-import'
import type { Manifest, WrittenFile } from '@concord/sample-city'
import { kindOf } from '../importing/contexts.js'
import { importRecords, type ImportingCity } from '../importing/import-records.js'
import { progressDisplay } from '../importing/progress-display.js'
import type { ImportedFiles } from './imported-files.js'

export interface SampleCityImport {
  readonly folder: string
  readonly manifest: Manifest
  readonly imported: ImportedFiles
  readonly city: ImportingCity
  readonly signal: AbortSignal
  readonly say: (line: string) => void
}

/** Brings the sample city in, file by file, each once: the way that an agency's own files take. Goes on where a killed start was. */
export const importSampleCity = async (asked: SampleCityImport): Promise<void> => {
  const { folder, manifest, imported, signal, say } = asked
  const known = await imported.paths()
  const left = manifest.files.filter(({ path }) => !known.has(path))
  const files = left.length === manifest.files.length ? `${left.length} files` : `the ${left.length} files that are left`
  say(`importing a made-up city of ${manifest.population.persons} persons from ${files} of the four agencies …`)
  const { rows, rejected } = await importFiles(asked, left)
  if (signal.aborted) return say('The next start goes on with the import from here.')
  say(`imported ${rows} rows; ${rejected} planted bad ones were rejected, with their reasons, into ${join(folder, 'rejects')}`)
  for (const { zh, en, persons: count } of manifest.planted) say(`  planted 预置: ${count} × ${zh} · ${en}`)
}

const importFiles = async (
  { folder, imported, city, signal }: SampleCityImport,
  files: readonly WrittenFile[],
): Promise<ImportProgress> => {
  const bytesOf = ({ path }: WrittenFile): number => statSync(join(folder, path)).size
  let whole = { bytes: files.reduce((sum, file) => sum + bytesOf(file), 0), bytesRead: 0, rows: 0, rejected: 0, resumedAt: 0 }
  const progress = shownProgress()
  try {
    for (const file of files) {
      const before = whole
      const onProgress = ({ rows, rejected, bytesRead, resumedAt }: ImportProgress): void => {
        whole = {
          bytes: before.bytes,
          bytesRead: before.bytesRead + bytesRead,
          rows: before.rows + rows,
          rejected: before.rejected + rejected,
          resumedAt: before.resumedAt + resumedAt,
        }
        progress.show(whole)
      }
      const summary = await importFileOf(folder, file, city, { signal, onProgress })
      onProgress({ ...summary, bytesRead: bytesOf(file) })
      if (!summary.finished) break
      await imported.add(file.path)
    }
  } finally {
    progress.end()
  }
  return whole
}

const importFileOf = async (
  folder: string,
  { context: name, kind: kindName, path, mapping, encoding }: WrittenFile,
  city: ImportingCity,
  how: { readonly signal: AbortSignal; readonly onProgress: (progress: ImportProgress) => void },
): Promise<ImportSummary> => {
  const { context, kind } = kindOf(name, kindName)
  const rejects = join(folder, 'rejects', `${path}.csv`)
  if (!existsSync(join(rejects, '..'))) mkdirSync(join(rejects, '..'), { recursive: true })
  const mapped = mapping === undefined ? undefined : await readMapping(join(folder, mapping))
  return importRecords(city, context, kind, { file: join(folder, path), rejects, encoding, mapping: mapped, ...how })
}

const shownProgress = () => {
  const started = performance.now()
  const display = progressDisplay()
  let last = 0
  return {
    show: (progress: ImportProgress): void => {
      const now = performance.now()
      if (now - last < 100) return
      last = now
      display.show(progress, (now - started) / 1000)
    },
    end: display.end,
  }
}
