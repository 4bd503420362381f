import 'reflect-metadata'
import { type ImportProgress, readMapping } from '@concord/file-import'
import { openDatabase } from '@concord/postgres'
import { personKeyOf } from '../city/person-key.js'
import { joinCityDatabase } from '../city-database.js'
import { dataFolder } from '../data-folder.js'
import { whyNotStarted } from '../why-not-started.js'
import { importRecords } from './import-records.js'
import { memoryPeaks } from './memory-peaks.js'
import { type ImportOptions, importOptionsFrom } from './options.js'
import { progressDisplay } from './progress-display.js'
import { summaryTold } from './summary-told.js'

const notice = (line: string): void => console.error(line)

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort())

/** @returns the exit code */
const run = async ({ context, kind, mapping, ...file }: ImportOptions): Promise<number> => {
  const mapped = mapping === undefined ? undefined : await readMapping(mapping)
  const server = await joinCityDatabase(dataFolder, notice)
  const database = openDatabase(server.url)
  try {
    const watch = watchProgress()
    const city = { database, key: await personKeyOf(database, dataFolder) }
    const asked = { ...file, mapping: mapped, signal: stop.signal, onProgress: watch.onProgress }
    const summary = await importRecords(city, context, kind, asked).finally(watch.end)
    if (summary.ignoredColumns.length > 0) notice(`columns not used: ${summary.ignoredColumns.join(', ')}`)
    console.log(summaryTold(summary, file.rejects, watch.seconds()))
    console.log(`memory peak: ${watch.memory()}`)
    return summary.finished ? 0 : 130
  } finally {
    await database.close()
    await server.close()
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

try {
  process.exitCode = await run(importOptionsFrom(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd()))
} catch (error) {
  console.error(whyNotStarted(error))
  process.exitCode = 1
}
