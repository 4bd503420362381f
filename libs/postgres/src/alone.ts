import pg from 'pg'
import { setTimeout as rest } from 'node:timers/promises'
import type { Database } from './database.js'

const askAgainMilliseconds = 500

/**
 * Does work while nobody else does work of this name on the database: waits for its turn, and stops when the connection that holds
 * it is lost. A process that dies loses its turn with its connection.
 */
export const alone = async (
  { pool }: Database,
  name: string,
  work: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> => {
  const holder = new pg.Client(pool.options)
  const lost = new AbortController()
  holder.on('error', () => lost.abort())
  holder.on('end', () => lost.abort())
  await holder.connect()
  try {
    const stop = AbortSignal.any([signal, lost.signal])
    while (!stop.aborted && !(await isMine(holder, name))) await rest(askAgainMilliseconds, undefined, { signal: stop }).catch(() => {})
    if (!stop.aborted) await work(stop)
  } finally {
    await holder.end().catch(() => {})
  }
}

const isMine = async (holder: pg.Client, name: string): Promise<boolean> => {
  const { rows } = await holder.query<{ mine: boolean }>('SELECT pg_try_advisory_lock(hashtext($1)) AS mine', [name])
  return rows[0]?.mine === true
}
