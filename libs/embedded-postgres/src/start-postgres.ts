import type { ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { binariesFor, type Binaries } from './binaries.js'
import { makeCluster, passwordOf, superuser } from './cluster.js'
import { homeOf, openHome, type Home } from './home.js'
import { stopLeftover } from './leftover.js'
import { claim, release } from './owner.js'
import { postgresAt, type Postgres } from './postgres.js'
import { endServer, runServer, type Settings } from './server.js'

export interface PostgresOptions {
  /** Everything is kept below it: data, password, log. */
  readonly dataFolder: string
  /** A free one is found when none is given. It stays the same until `stop`. */
  readonly port?: number
  /** PostgreSQL settings that differ from ours. */
  readonly settings?: Settings
  /** Hears one line about each thing a person should know: data elsewhere than asked, the server came back. */
  readonly notice?: (line: string) => void
}

/**
 * Starts the embedded server on 127.0.0.1, making its data the first time; puts in order what a killed owner left. Should the server die,
 * it is started again on the same port, for as long as it takes: connection pools find it again by themselves.
 * @throws PostgresFault
 */
export const startPostgres = async ({ dataFolder, port, settings, notice = () => {} }: PostgresOptions): Promise<Postgres> => {
  const home = homeOf(dataFolder)
  openHome(home)
  await claim(home)
  try {
    if (!home.folder.endsWith(dataFolder)) notice(`PostgreSQL, which does not run as root, cannot enter this folder: its data is in ${home.folder}`)
    if (await stopLeftover(home)) notice('PostgreSQL was still running from a start that was killed; it is started again')
    const binaries = await binariesFor(home.account, join(home.folder, 'binaries'))
    await makeCluster(home, binaries)
    const at = port ?? (await freePort())
    const stop = await keepRunning(home, binaries, { ...settings, port: at }, notice)
    return postgresAt(`postgres://${superuser}:${passwordOf(home)}@127.0.0.1:${at}/postgres`, stop)
  } catch (error) {
    release(home)
    throw error
  }
}

/** Deletes everything the server kept. */
export const resetPostgres = async (dataFolder: string): Promise<void> => {
  const home = homeOf(dataFolder)
  openHome(home)
  await claim(home)
  await stopLeftover(home)
  rmSync(home.folder, { recursive: true, force: true })
}

/** @returns how to stop it for good */
const keepRunning = async (home: Home, binaries: Binaries, settings: Settings, notice: (line: string) => void): Promise<() => Promise<void>> => {
  let server = await runServer(home, binaries, settings)
  let stopping = false
  const watch = (): void => void server.once('exit', () => void revive())
  const revive = async (): Promise<void> => {
    for (let delay = 50; !stopping; delay = Math.min(delay * 2, 10_000)) {
      notice('PostgreSQL ended unexpectedly; starting it again')
      try {
        server = await runServer(home, binaries, settings)
        notice('PostgreSQL runs again')
        return stopping ? await endServer(server) : watch()
      } catch (error) {
        notice(error instanceof Error ? error.message : String(error))
        await sleep(delay)
      }
    }
  }
  watch()
  const endWithUs = (): void => void (server satisfies ChildProcess).kill('SIGINT')
  process.once('exit', endWithUs)
  return async () => {
    stopping = true
    process.off('exit', endWithUs)
    await endServer(server)
    release(home)
  }
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has a port')
  return address.port
}
