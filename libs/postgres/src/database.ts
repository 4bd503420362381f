import pg from 'pg'
import { Hints } from './hints.js'

/** One PostgreSQL database as the adapters use it: a few connections, and hints of what others wrote. */
export interface Database {
  readonly pool: pg.Pool
  /** Calls `wake` at a notification, until the answer is called. */
  listen(channel: string, wake: () => void): () => void
  close(): Promise<void>
}

/** More connections than this are slower on few cores: work is grouped into fewer statements instead. */
const usualConnections = 8

/** Statements over arrays look cheaper to the planner when it knows the arrays, so it would plan them anew each time, for longer than they run. */
const planOnce = '-c plan_cache_mode=force_generic_plan'

/** @param url connection string: postgres://user@host:port/database */
export const openDatabase = (url: string, connections = usualConnections): Database => {
  const pool = new pg.Pool({ connectionString: url, max: connections, options: planOnce })
  // An idle connection that is lost is replaced at its next use; without a listener its error would end the process.
  pool.on('error', () => {})
  // One that is lost between two statements of a transaction fails the next of them.
  pool.on('connect', (client) => client.on('error', () => {}))
  const hints = new Hints({ connectionString: url })
  return {
    pool,
    listen: (channel, wake) => hints.listen(channel, wake),
    close: async () => {
      await Promise.all([pool.end(), hints.close()])
    },
  }
}
