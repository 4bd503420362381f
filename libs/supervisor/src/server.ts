import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, fchownSync, openSync, readFileSync, renameSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** As whom a server runs: part of spawn's options. Empty: as ourselves. */
export interface Account {
  readonly uid?: number
  readonly gid?: number
}

/** A server as a program of the system. */
export interface ServerProgram {
  readonly command: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly account: Account
  /** Where it stands. */
  readonly folder: string
  /** All that it says; what the run before said is kept beside it. */
  readonly log: string
  /** What it takes as "keep everything and end", and as "end at once". */
  readonly endedBy: { readonly gently: NodeJS.Signals; readonly firmly: NodeJS.Signals }
}

interface Readiness {
  readonly isReady: (server: ChildProcess) => boolean | Promise<boolean>
  /** Why it ended instead, from all that it or the system said. */
  readonly faultIn: (lastWords: string) => Error
}

/** Starts a server and waits, through a recovery of any length, until it is ready. When the signal aborts, the server is ended. */
export const runUntilReady = async (
  program: ServerProgram,
  { isReady, faultIn }: Readiness,
  signal: AbortSignal,
): Promise<ChildProcess> => {
  signal.throwIfAborted()
  const server = spawnServer(program)
  let error: string | undefined
  server.on('error', ({ message }) => (error = message))
  while (!(await isReady(server))) {
    if (error ?? hasEnded(server)) throw faultIn(error ?? readFileSync(program.log, 'utf8'))
    if (signal.aborted) await endServer(server, program)
    signal.throwIfAborted()
    await sleep(10)
  }
  return server
}

export const endServer = async (server: ChildProcess, { endedBy }: Pick<ServerProgram, 'endedBy'>): Promise<void> => {
  if (hasEnded(server)) return
  const ended = once(server, 'exit')
  server.kill(endedBy.gently)
  const impatience = setTimeout(() => server.kill(endedBy.firmly), 20_000)
  await ended
  clearTimeout(impatience)
}

export const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

/** Detached, since Ctrl-C reaches every process of the terminal's group, and the server must outlive the application that uses it. */
const spawnServer = ({ command, args, env, account, folder, log, endedBy }: ServerProgram): ChildProcess => {
  if (existsSync(log)) renameSync(log, `${log}.previous`)
  const output = openSync(log, 'w', 0o600)
  if (account.uid !== undefined && account.gid !== undefined) fchownSync(output, account.uid, account.gid)
  const server = spawn(command, [...args], { ...account, cwd: folder, detached: true, stdio: ['ignore', output, output], env })
  closeSync(output)
  // Whatever ends this process without stopping the server first, but for kill -9, takes the server with it.
  const endAlong = (): void => void server.kill(endedBy.gently)
  process.once('exit', endAlong)
  server.once('exit', () => process.off('exit', endAlong))
  return server
}
