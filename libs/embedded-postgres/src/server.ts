import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, closeSync, openSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Binaries } from './binaries.js'
import type { Home } from './home.js'
import { lockFileOf } from './leftover.js'
import { faultIn } from './faults-in-log.js'

export type Settings = Readonly<Record<string, string | number>>

/** For two cores shared with Node, durable, reachable from this machine only. Everything else is PostgreSQL's default. */
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
}

/**
 * Starts the server and waits until it takes connections.
 * @throws PostgresFault
 */
export const runServer = async (home: Home, binaries: Binaries, settings: Settings): Promise<ChildProcess> => {
  const log = openSync(home.log, 'w', 0o600)
  if (home.account.uid !== undefined) chownSync(home.log, home.account.uid, home.account.gid)
  const options = Object.entries({ ...ours, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // Detached: Ctrl-C reaches every process of the terminal's group, and the server must outlive the application that still uses it.
  const server = spawn(binaries.postgres, ['-D', home.data, ...options], {
    ...home.account,
    cwd: home.folder,
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
  })
  closeSync(log)
  let spawnError = ''
  server.on('error', ({ message }) => (spawnError = message))
  while (!isReady(home, server)) {
    if (hasEnded(server) || spawnError) throw faultIn(spawnError || readFileSync(home.log, 'utf8'), home, settings)
    await sleep(10)
  }
  return server
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
export const endServer = async (server: ChildProcess): Promise<void> => {
  if (hasEnded(server)) return
  const ended = once(server, 'exit')
  server.kill('SIGINT')
  const impatience = setTimeout(() => server.kill('SIGQUIT'), 20_000)
  await ended
  clearTimeout(impatience)
}

export const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

const isReady = (home: Home, server: ChildProcess): boolean => {
  const lock = lockFileOf(home)
  return lock !== undefined && lock.ready && lock.pid === server.pid
}
