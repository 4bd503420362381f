import type { ContextName } from '@concord/contracts'
import { type ImportProgress, readMapping } from '@concord/file-import'
import { importRecords, type ImportingCity } from './import-records.js'
import { memoryPeaks } from './memory-peaks.js'
import { type ImportOptions, importOptionsFrom } from './options.js'
import { progressDisplay } from './progress-display.js'
import { summaryTold } from './summary-told.js'

/** Into what files are imported, and how that is typed. */
export interface Importing {
  /** Before its own words: `npm run import --`. */
  readonly typed: string
  readonly open: (context: ContextName) => Promise<ImportingCity & { readonly close: () => Promise<void> }>
  /** An error for people. */
  readonly whyNot: (error: unknown) => string
}

/** Imports the file that was typed, and sets the exit code. A signal ends it after the rows under way. */
export const runImport = async ({ typed, open, whyNot }: Importing): Promise<void> => {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort())
  try {
    // Where npm was typed is not where it runs.
    const folder = process.env['INIT_CWD'] ?? process.cwd()
    process.exitCode = await importTyped(importOptionsFrom(process.argv.slice(2), { typed, folder }), open, stop.signal)
  } catch (error) {
    console.error(whyNot(error))
    process.exitCode = 1
  }
}

/** @returns the exit code */
const importTyped = async (
  { context, kind, mapping, ...file }: ImportOptions,
  open: Importing['open'],
  signal: AbortSignal,
): Promise<number> => {
  const mapped = mapping === undefined ? undefined : await readMapping(mapping)
  const { close, ...city } = await open(context.name)
  try {
    const watch = watchProgress()
    const asked = { ...file, mapping: mapped, signal, onProgress: watch.onProgress }
    const summary = await importRecords(city, context, kind, asked).finally(watch.end)
    if (summary.ignoredColumns.length > 0) console.error(`columns not used: ${summary.ignoredColumns.join(', ')}`)
    console.log(summaryTold(summary, file.rejects, watch.seconds()))
    console.log(`memory peak: ${watch.memory()}`)
    return summary.finished ? 0 : 130
  } finally {
    await close()
  }
}

const watchProgress = () => {
  const start = performance.now()
  const seconds = (): number => (performance.now() - start) / 1000
  const display = progressDisplay()
  const peaks = memoryPeaks()
  let latest: ImportProgress | undefined
  const look = (): void => {
    peaks.look(latest?.rows ?? 0)
    if (latest) display.show(latest, seconds())
  }
  const timer = setInterval(look, 100)
  return {
    onProgress: (progress: ImportProgress): void => {
      latest = progress
    },
    end: (): void => {
      clearInterval(timer)
      look()
      display.end()
    },
    seconds,
    memory: peaks.told,
  }
}
