import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Home } from './home.js'
import { commandOf } from './processes.js'

/** PostgreSQL's own lock file; its lines are the same in every version: process, folder, start, port, …, and the state as the last. */
export interface LockFile {
  readonly pid: number
  readonly ready: boolean
}

export const lockFileOf = ({ data }: Home): LockFile | undefined => {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/** Stops the server that a killed owner left behind. Only ever ends a process that is a PostgreSQL on this very folder. */
export const stopLeftover = async (home: Home): Promise<boolean> => {
  const left = lockFileOf(home)
  if (!left || commandOf(left.pid) === undefined) return false
  if (!isServerOn(home, left.pid)) {
    disown(home)
    return false
  }
  const patience = Date.now() + 20_000
  process.kill(left.pid, 'SIGINT')
  while (isServerOn(home, left.pid)) {
    if (Date.now() > patience) process.kill(left.pid, 'SIGQUIT')
    await sleep(10)
  }
  return true
}

const isServerOn = ({ data }: Home, pid: number): boolean => {
  const command = commandOf(pid)
  return command !== undefined && command.includes('postgres') && command.includes(data)
}

/**
 * The number in the lock file is a stranger's now, and PostgreSQL would not start beside it. It ignores its parent's number, and needs
 * the rest of the file to find out whether old workers still hold the data: so only the number is replaced, by ours.
 */
const disown = ({ data }: Home): void => {
  const file = join(data, 'postmaster.pid')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)))
}
