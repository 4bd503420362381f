import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { handOver } from './account.js'
import type { Binaries } from './binaries.js'
import { faultIn } from './faults-in-log.js'
import type { Home } from './home.js'
import { lockFileOf } from './leftover.js'

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

/**
 * Starts the server and waits, through a recovery of any length, until it takes connections.
 * @throws PostgresFault
 */
export const runServer = async (launch: Launch): Promise<ChildProcess> => {
  const { home, port } = launch
  const server = spawnServer(launch)
  let error: string | undefined
  server.on('error', ({ message }) => (error = message))
  while (!isReady(home, server)) {
    if (error ?? hasEnded(server)) throw faultIn(error ?? readFileSync(home.log, 'utf8'), home, port)
    await sleep(10)
  }
  return server
}

/** Fast shutdown: open transactions are rolled back, what was committed is on disk. */
export const endServer = async (server: ChildProcess): Promise<void> => {
  if (hasEnded(server)) return
  const ended = once(server, 'exit')
  server.kill('SIGINT')
  const impatience = setTimeout(() => server.kill('SIGQUIT'), 20_000)
  await ended
  clearTimeout(impatience)
}

/** Detached, since Ctrl-C reaches every process of the terminal's group, and the server must outlive the application that uses it. */
const spawnServer = ({ home, binaries, port, settings }: Launch): ChildProcess => {
  if (existsSync(home.log)) renameSync(home.log, `${home.log}.previous`)
  const log = openSync(home.log, 'w', 0o600)
  handOver(home.log, home.account)
  const options = Object.entries({ ...ours, ...settings, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(binaries.postgres, ['-D', home.data, ...options], {
    ...home.account,
    cwd: home.folder,
    detached: true,
    stdio: ['ignore', log, log],
    env: { LC_ALL: 'C' },
  })
  closeSync(log)
  return server
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

const isReady = (home: Home, server: ChildProcess): boolean => {
  const lock = lockFileOf(home)
  return lock !== undefined && lock.ready && lock.pid === server.pid
}
