/** How far an import has come that is not finished: everything of it is durable. */
export interface Checkpoint {
  /** Rows from the first, good and rejected. */
  readonly rows: number
  readonly rejected: number
  /** Lines of the reject file by reason. */
  readonly reasons: Readonly<Record<string, number>>
  /** Length of the reject file. */
  readonly rejectBytes: number
}

/**
 * Where imports remember how far they have come: beside the events, so that both are lost or restored together. An import is named
 * by what it reads and how; finished ones are forgotten, since a row that was refused may be taken the next time.
 */
export interface ImportCheckpoints {
  readonly read: (name: string) => Promise<Checkpoint | undefined>
  readonly write: (name: string, checkpoint: Checkpoint) => Promise<void>
  readonly forget: (name: string) => Promise<void>
}

/** Forgets when the process ends. */
export const inMemoryCheckpoints = (): ImportCheckpoints => {
  const checkpoints = new Map<string, Checkpoint>()
  return {
    read: (name) => Promise.resolve(checkpoints.get(name)),
    write: (name, checkpoint) => Promise.resolve(void checkpoints.set(name, checkpoint)),
    forget: (name) => Promise.resolve(void checkpoints.delete(name)),
  }
}
