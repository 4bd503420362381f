import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Home } from './home.js'
import { commandOf } from './processes.js'

/** What PostgreSQL writes into its own lock file: its process number on the first line, whether it takes connections on the eighth. */
export const lockFileOf = ({ data }: Home): { readonly pid: number; readonly ready: boolean } | undefined => {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/**
 * Stops the server that a killed owner left behind. Never ends a process that is not a PostgreSQL on this very folder.
 * @returns whether there was one
 */
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
 * The number in the lock file is a stranger's by now, and PostgreSQL would not start beside it. It ignores its parent's number, and
 * needs the rest of the file to see whether old workers still hold the data: so the number alone is replaced, by ours.
 */
const disown = ({ data }: Home): void => {
  const file = join(data, 'postmaster.pid')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)))
}
