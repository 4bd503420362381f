import { createSecretKey } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Command } from 'commander'
import { startPostgres } from '@concord/embedded-postgres'
import { postgresEventStore } from '@concord/event-store-postgres'
import { importFile } from '@concord/file-import'
import { documentOf, visitKind, visitRefusals } from '@concord/file-import/testing'
import { openDatabase } from '@concord/postgres'
import { wholeNumber } from '@concord/service-kit'
import { memoryPeaks } from '../apps/platform/src/importing/memory-peaks.js'
import { postgresCheckpoints } from '../apps/platform/src/importing/postgres-checkpoints.js'
import { summaryTold } from '../apps/platform/src/importing/summary-told.js'

const command = new Command('npm run bench:import --')
  .description(
    'Imports rows into a PostgreSQL of its own, with fsync: prints rate and memory peaks, and counts what was recorded. 导入基准测试。',
  )
  .argument('[rows]', 'how many', wholeNumber(1, 100_000_000), 1_000_000)
  .showHelpAfterError()
  .parse()
const [count] = command.processedArgs as [number]
const folder = await mkdtemp(join(tmpdir(), 'concord-bench-'))
await chmod(folder, 0o755)
const [file, rejects] = [join(folder, 'visits.csv'), join(folder, 'rejects.csv')]

function* lines(): Generator<string> {
  yield 'document,on,minutes\n'
  for (let nth = 0; nth < count; nth += 1) yield `${documentOf(nth)},2026-03-02,${nth % 100 === 7 ? 'long' : 30}\n`
}
await pipeline(Readable.from(lines()), createWriteStream(file))

const postgres = await startPostgres({ dataFolder: join(folder, 'postgres') })
const database = openDatabase(await postgres.ensureDatabase('bench'))
const store = await postgresEventStore({ database, schema: 'health' })
const checkpoints = await postgresCheckpoints(database, 'health')
const key = createSecretKey('ab'.repeat(32), 'hex')

const peaks = memoryPeaks()
let done = 0
const timer = setInterval(() => peaks.look(done), 50)
const start = performance.now()
const asked = { file, rejects, context: 'health', kind: visitKind, refusals: visitRefusals, store, checkpoints, key }
const summary = await importFile({ ...asked, onProgress: ({ rows }) => (done = rows) })
const seconds = (performance.now() - start) / 1000
clearInterval(timer)
peaks.look(done)

const { rows } = await database.pool.query<{ events: string }>('SELECT count(*) AS events FROM health.events')
console.log(summaryTold(summary, rejects, seconds))
console.log(`memory peak: ${peaks.told()}`)
console.log(`events in the store: ${rows[0]?.events}, expected: ${count - Math.ceil((count - 7) / 100)}`)
await database.close()
await postgres.stop()
await rm(folder, { recursive: true })
