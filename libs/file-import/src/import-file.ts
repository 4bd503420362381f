import { rm } from 'node:fs/promises'
import type { EventStore } from '@concord/event-store'
import type { ImportCheckpoints } from './checkpoints.js'
import type { FileRow } from './file-rows.js'
import { type FileImport, type ImportPlan, planImport } from './import-plan.js'
import { type Counts, type ImportProgress, nothing, type Tally, tallyFrom } from './import-tally.js'
import { inOrder } from './in-order.js'
import { persistently } from './persistently.js'
import { continueRejects, newRejects, type Reject, type Rejects } from './rejects.js'
import type { ReadyRow } from './row-taker.js'
import type { SourceFile } from './source-file.js'
import { skip } from './source-rows.js'

export interface ImportSummary extends ImportProgress {
  /** False when a signal stopped it. */
  readonly finished: boolean
  /** Events that this run recorded: none when all was known. */
  readonly recorded: number
  /** Lines of the reject file by reason. */
  readonly reasons: Readonly<Record<string, number>>
  readonly source: SourceFile
  /** Columns of the file that mean nothing to us. */
  readonly ignoredColumns: readonly string[]
}

/** Enough for the store to write many appends as one, few enough for constant memory. */
const rowsUnderWay = 2_000
const rowsBetweenCheckpoints = 5_000

/**
 * Imports a file through the deciders: good rows are recorded, bad ones go to the reject file, memory stays constant. Safe to repeat:
 * a row is the same command each time. Killed at any moment, the same call goes on where it was, without a loss or a double.
 * @throws ImportFault when the file cannot be read at all, or the store no longer answers
 */
export const importFile = async (asked: FileImport): Promise<ImportSummary> => {
  const { signal, onProgress } = asked
  const checkpoints = patient(asked.checkpoints)
  const { store, recorded } = counting(asked.store)
  const plan = await planImport({ ...asked, store })
  const { start, rejects } = await begin({ ...asked, checkpoints }, plan)
  const tally = tallyFrom(start, plan.source.bytes)

  const save = async () => checkpoints.write(plan.name, { ...tally.counts(), rejectBytes: await rejects.flush() })
  const take = async (group: readonly (readonly Reject[])[]) => {
    for (const rejected of group) {
      tally.add(rejected)
      rejects.add(rejected)
      onProgress?.(tally.progress())
      if (tally.counts().rows % rowsBetweenCheckpoints === 0) await save()
    }
    if (group.some(isRefused)) await save()
  }
  try {
    for await (const group of results(plan, tally, signal)) await take(group)
    await save()
  } finally {
    await rejects.close()
  }
  const finished = signal?.aborted !== true
  if (finished) await finish({ ...asked, checkpoints }, plan, tally)
  return {
    ...tally.progress(),
    ...tally.counts(),
    finished,
    recorded: recorded(),
    source: plan.source,
    ignoredColumns: plan.ignoredColumns,
  }
}

/** Where an interrupted import was, if its reject file is still there, or the beginning. */
const begin = async (
  { checkpoints, rejects: path }: FileImport,
  { name }: ImportPlan,
): Promise<{ readonly start: Counts; readonly rejects: Rejects }> => {
  const start = await checkpoints.read(name)
  const rejects = start && (await continueRejects(path, start.rejectBytes))
  return rejects ? { start, rejects } : { start: nothing, rejects: await newRejects(path) }
}

/**
 * Refused as a whole: the rules looked at what is recorded. It must be on disk before the person's next row changes that, or a resumed
 * import would judge the row by what came after it.
 */
const isRefused = (rejected: readonly Reject[]): boolean => rejected.some(({ column }) => column === '')

/** What became of each row, in the file's order, in groups. */
const results = (
  { rows, ready }: ImportPlan,
  tally: Tally,
  signal: AbortSignal | undefined,
): AsyncIterable<readonly (readonly Reject[])[]> =>
  inOrder(readyRows(skip(rows(tally.read), tally.counts().rows), ready, signal), {
    most: rowsUnderWay,
    keyOf: ({ person }) => person,
    work: ({ take }) => take(),
    holds: isRefused,
  })

async function* readyRows(
  pages: AsyncIterable<readonly FileRow[]>,
  ready: ImportPlan['ready'],
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly ReadyRow[]> {
  for await (const page of pages) {
    if (signal?.aborted) return
    yield page.map(ready)
  }
}

const patient = ({ read, write, forget }: ImportCheckpoints): ImportCheckpoints => {
  const how = 'How far the import has come could not be'
  return {
    read: (name) => persistently(`${how} read`, () => read(name)),
    write: (name, checkpoint) => persistently(`${how} kept`, () => write(name, checkpoint)),
    forget: (name) => persistently(`${how} cleared away`, () => forget(name)),
  }
}

const finish = async ({ checkpoints, rejects }: FileImport, { name }: ImportPlan, tally: Tally): Promise<void> => {
  if (tally.counts().rejected === 0) await rm(rejects, { force: true })
  await checkpoints.forget(name)
}

const counting = (store: EventStore): { readonly store: EventStore; readonly recorded: () => number } => {
  let recorded = 0
  return {
    recorded: () => recorded,
    store: {
      read: (stream) => store.read(stream),
      subscribe: (after, signal) => store.subscribe(after, signal),
      append: async (stream, expected, events) => {
        const position = await store.append(stream, expected, events)
        recorded += events.length
        return position
      },
    },
  }
}
