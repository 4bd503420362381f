import type { ChildProcess } from 'node:child_process'
import { runUntilReady } from '@concord/supervisor'
import type { Binaries } from './binaries.js'
import { faultIn } from './faults-in-log.js'
import type { Home } from './home.js'
import { lockFileOf } from './lock-file.js'

/** PostgreSQL's own names and values. */
export type Settings = Readonly<Record<string, string | number>>

/** For two cores shared with Node. What is not named is PostgreSQL's default: fsync and synchronous_commit are on. */
const ours: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 200,
  shared_buffers: '256MB',
  effective_cache_size: '2GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  random_page_cost: 1.1,
  // Containers often give 64 MB of shared memory, on which parallel queries fail; with two cores they gain little.
  max_parallel_workers_per_gather: 0,
  max_parallel_maintenance_workers: 0,
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Errors go to whoever asked. In the log they would repeat values, and values may be personal.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

export interface Launch {
  readonly home: Home
  readonly binaries: Binaries
  readonly port: number
  readonly settings: Settings
}

/** Fast shutdown: open transactions are rolled back, what was committed is on disk. Or immediate: recovery at the next start. */
export const endedBy = { gently: 'SIGINT', firmly: 'SIGQUIT' } as const

/**
 * Starts the server and waits until it takes connections.
 * @throws PostgresFault
 */
export const runServer = ({ home, binaries, port, settings }: Launch, signal: AbortSignal): Promise<ChildProcess> => {
  const options = Object.entries({ ...ours, ...settings, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const { account, folder, log } = home
  const program = { command: binaries.postgres, args: ['-D', home.data, ...options], env: { LC_ALL: 'C' }, account, folder, log, endedBy }
  return runUntilReady(
    program,
    { isReady: (server) => isReady(home, server), faultIn: (lastWords) => faultIn(lastWords, home, port) },
    signal,
  )
}

const isReady = (home: Home, server: ChildProcess): boolean => {
  const lock = lockFileOf(home)
  return lock !== undefined && lock.ready && lock.pid === server.pid
}
