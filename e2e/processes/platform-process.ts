import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eventually } from '@concord/testing'
import { freePort } from '../city/start-city.js'

const launcher = join(import.meta.dirname, '../../infra/embedded/launch.mjs')

/** How a process ended: its exit code, or the signal that ended it. */
export type End = number | NodeJS.Signals

/** One of the project's commands in a process group of its own, on a data folder of its own. */
export interface Program {
  /** All that it said so far, on both streams. */
  readonly said: () => string
  /** Fails when it ends before it says so. */
  readonly says: (words: string) => Promise<void>
  /** To all of the group, as Ctrl-C on a terminal. */
  readonly signal: (signal: NodeJS.Signals) => void
  readonly end: () => Promise<End>
}

/** `npm start`, or `npm run start:kafka`. */
export interface Platform extends Program {
  readonly url: string
}

const started: ChildProcess[] = []
const folders: string[] = []

/** Somewhere that every account can enter, since root has to lend the server to another one. */
export const newDataFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-killed-'))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

/** @param environment beside the data folder */
export const startPlatform = (folder: string, options: readonly string[], environment?: NodeJS.ProcessEnv): Promise<Platform> =>
  onFreePort(folder, 'start', options, environment)

/** The city in separate processes, on a broker of its own. */
export const startPlatformOnKafka = (folder: string, options: readonly string[], environment?: NodeJS.ProcessEnv): Promise<Platform> =>
  onFreePort(folder, 'start-kafka', options, environment)

const onFreePort = async (
  folder: string,
  command: string,
  options: readonly string[],
  environment?: NodeJS.ProcessEnv,
): Promise<Platform> => {
  const port = await freePort()
  return { url: `http://127.0.0.1:${port}`, ...startProgram(folder, [command, '--port', String(port), ...options], environment) }
}

/** @param command with its options */
export const startProgram = (folder: string, command: readonly string[], environment: NodeJS.ProcessEnv = {}): Program => {
  const child = spawn(process.execPath, [launcher, ...command], {
    env: { ...environmentOn(folder), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  started.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()))
  const ended = once(child, 'close')
  return {
    said: () => said,
    says: async (words) => {
      await eventually(
        () => {
          if (!said.includes(words) && child.exitCode === null && child.signalCode === null)
            throw new Error(`it does not say "${words}": ${said}`)
        },
        { within: 60_000 },
      )
      if (!said.includes(words)) throw new Error(`it ended without saying "${words}": ${said}`)
    },
    signal: (signal) => process.kill(-(child.pid ?? 0), signal),
    end: async () => {
      await ended
      return child.signalCode ?? child.exitCode ?? 1
    },
  }
}

/** Another of the project's commands on the same data. */
export const run = (folder: string, command: string): { readonly code: number | null; readonly said: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, command], { env: environmentOn(folder), encoding: 'utf8' })
  return { code: status, said: stdout + stderr }
}

/** The process that serves the city, below the launcher. */
export const platformOn = (folder: string): number => numberIn(folder, 'postgres/owner')

/** The first of the embedded server's processes. */
export const serverOn = (folder: string): number => numberIn(folder, 'postgres/data/postmaster.pid')

const numberIn = (folder: string, file: string): number => Number.parseInt(readFileSync(join(folder, file), 'utf8'), 10)

/** All whose command line or environment names the folder: launchers, platforms and servers. */
export const processesOn = (folder: string): readonly number[] =>
  (existsSync('/proc') ? readdirSync('/proc') : [])
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => ['cmdline', 'environ'].some((file) => contentOf(`/proc/${pid}/${file}`).includes(folder)))
    .map(Number)

/** For the end of a spec, which may have failed in the middle. */
export const clearAll = async (): Promise<void> => {
  for (const folder of folders.splice(0)) {
    for (const pid of processesOn(folder)) kill(pid)
    await eventually(() => {
      if (processesOn(folder).length > 0) throw new Error(`something still runs on ${folder}`)
    })
    rmSync(folder, { recursive: true, force: true })
  }
}

export const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It was quicker.
  }
}

export const environmentOn = (folder: string): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  CONCORD_DATA: folder,
})

const contentOf = (path: string): string => {
  try {
    return existsSync(path) ? readFileSync(path, 'utf8') : ''
  } catch {
    return ''
  }
}
