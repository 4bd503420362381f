import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type ImportProgress, type ImportSummary, readMapping } from '@concord/file-import'
import type { Manifest, WrittenFile } from '@concord/sample-city'
import { contextNamed } from '../import/contexts.js'
import { importRecords, type ImportingCity } from '../import/import-records.js'
import { progressDisplay } from '../import/progress-display.js'
import { importedFiles } from './imported-files.js'

export interface SampleCityImport {
  readonly folder: string
  readonly manifest: Manifest
  readonly city: ImportingCity
  readonly signal: AbortSignal
}

export interface Imported {
  readonly files: number
  readonly rows: number
  readonly rejected: number
  /** False when the signal stopped it: the next start goes on. */
  readonly finished: boolean
}

/** Brings the sample city in, file by file, each once: the way that an agency's own files take. Goes on where a killed start was. */
export const importSampleCity = async ({ folder, manifest, city, signal }: SampleCityImport): Promise<Imported> => {
  const imported = await importedFiles(city.database)
  const bytesOf = ({ path }: WrittenFile): number => statSync(join(folder, path)).size
  const whole = {
    bytes: manifest.files.reduce((sum, file) => sum + bytesOf(file), 0),
    bytesRead: 0,
    rows: 0,
    rejected: 0,
    files: 0,
    resumedAt: 0,
  }
  const progress = shownProgress()
  for (const file of manifest.files) {
    if (await imported.has(file.path)) {
      whole.bytesRead += bytesOf(file)
      continue
    }
    const before = { ...whole }
    const onProgress = ({ rows, rejected, bytesRead, resumedAt }: ImportProgress): void =>
      progress.show({
        bytes: whole.bytes,
        bytesRead: before.bytesRead + bytesRead,
        rows: before.rows + rows,
        rejected: before.rejected + rejected,
        resumedAt: before.resumedAt + resumedAt,
      })
    const summary = await importFileOf(folder, file, city, { signal, onProgress })
    if (!summary.finished) break
    await imported.add(file.path)
    whole.files += 1
    whole.rows += summary.rows
    whole.rejected += summary.rejected
    whole.resumedAt += summary.resumedAt
    whole.bytesRead += bytesOf(file)
  }
  progress.end()
  return { ...whole, finished: !signal.aborted }
}

/** Whether nothing of the city is left to bring in. */
export const isImported = async ({ database }: ImportingCity, { files }: Manifest): Promise<boolean> => {
  const imported = await importedFiles(database)
  for (const { path } of files) if (!(await imported.has(path))) return false
  return true
}

const importFileOf = async (
  folder: string,
  { context: name, kind: kindName, path, mapping, encoding }: WrittenFile,
  city: ImportingCity,
  how: { readonly signal: AbortSignal; readonly onProgress: (progress: ImportProgress) => void },
): Promise<ImportSummary> => {
  const context = contextNamed(name)
  const kind = context?.recordKinds.find((one) => one.name === kindName)
  if (!context || !kind) throw new TypeError(`the sample city writes ${name}/${kindName}, which nobody imports`)
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
