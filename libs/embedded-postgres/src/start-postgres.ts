import { rmSync } from 'node:fs'
import { claim, freePorts, keepRunning, release } from '@concord/supervisor'
import { binariesFor } from './binaries.js'
import { makeCluster, passwordOf, superuser } from './cluster.js'
import { openHome, type Home } from './home.js'
import { stopLeftover } from './leftover.js'
import { PostgresFault } from './postgres-fault.js'
import { postgresAt, type Postgres } from './postgres.js'
import { endedBy, runServer, type Settings } from './server.js'

export interface PostgresOptions {
  /** Data, password and log are kept below it. */
  readonly dataFolder: string
  /** Without one, a free one is found. It stays the same until `stop`. */
  readonly port?: number
  /** Where they differ from ours. */
  readonly settings?: Settings
  /** Hears a sentence for the person at the terminal whenever there is something to know: data elsewhere, the server came back. */
  readonly notice?: (line: string) => void
}

/**
 * Starts the embedded server on 127.0.0.1; makes its data the first time, puts in order what a killed owner left, starts the server
 * again whenever it dies. Connection pools find it again by themselves: the address stays.
 * @throws PostgresFault
 */
export const startPostgres = async (options: PostgresOptions): Promise<Postgres> => {
  const home = openHome(options.dataFolder)
  await claim(home.folder, alreadyRunning)
  try {
    return await startIn(home, options)
  } catch (error) {
    release(home.folder)
    throw error
  }
}

/**
 * Deletes all that the server kept.
 * @throws PostgresFault 'already-running', 'not-permitted'
 */
export const resetPostgres = async (dataFolder: string): Promise<void> => {
  const home = openHome(dataFolder)
  await claim(home.folder, alreadyRunning)
  try {
    await stopLeftover(home)
    rmSync(home.folder, { recursive: true, force: true, maxRetries: 3 })
  } finally {
    release(home.folder)
  }
}

const startIn = async (home: Home, { port, settings = {}, notice = () => {} }: PostgresOptions): Promise<Postgres> => {
  if (home.elsewhere) notice(`PostgreSQL does not run as root, and other users cannot enter this folder: its data is in ${home.folder}.`)
  if (await stopLeftover(home)) notice('PostgreSQL still ran since Concord was killed; it is started again.')
  const binaries = await binariesFor(home.account, home.folder)
  await makeCluster({ home, binaries, settings })
  const launch = { home, binaries, settings, port: port ?? (await freePort()) }
  const url = `postgres://${superuser}:${passwordOf(home)}@127.0.0.1:${launch.port}/postgres`
  const { stop } = await keepRunning({ name: 'PostgreSQL', run: (signal) => runServer(launch, signal), endedBy, notice })
  let stopped: Promise<void> | undefined
  return postgresAt(url, () => (stopped ??= stop().then(() => release(home.folder))))
}

const freePort = async (): Promise<number> => {
  const [port = 0] = await freePorts(1)
  return port
}

const alreadyRunning = (sentence: string): PostgresFault => new PostgresFault('already-running', sentence)
