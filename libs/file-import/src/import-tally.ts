import type { Checkpoint } from './checkpoints.js'
import type { Reject } from './rejects.js'

/** Rows are counted from the file's first, whichever run did them. */
export interface ImportProgress {
  readonly rows: number
  readonly rejected: number
  /** Rows that an earlier, interrupted run had done. */
  readonly resumedAt: number
  readonly bytesRead: number
  readonly bytes: number
}

export type Counts = Omit<Checkpoint, 'rejectBytes'>

export const nothing: Counts = { rows: 0, rejected: 0, reasons: {} }

/** Counts bytes as they are read and rows as they come back. */
export const tallyFrom = (start: Counts, bytes: number) => {
  let { rows, rejected } = start
  const reasons: Record<string, number> = { ...start.reasons }
  let bytesRead = 0
  return {
    read: (more: number): void => {
      bytesRead += more
    },
    add: (rejects: readonly Reject[]): void => {
      rows += 1
      if (rejects.length > 0) rejected += 1
      for (const { reason } of rejects) reasons[reason] = (reasons[reason] ?? 0) + 1
    },
    counts: (): Counts => ({ rows, rejected, reasons }),
    progress: (): ImportProgress => ({ rows, rejected, resumedAt: start.rows, bytesRead, bytes }),
  }
}

export type Tally = ReturnType<typeof tallyFrom>
