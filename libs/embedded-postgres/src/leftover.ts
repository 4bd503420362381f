import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandOf, endLeftover } from '@concord/supervisor'
import type { Home } from './home.js'
import { lockFileOf } from './lock-file.js'
import { endedBy } from './server.js'

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
  await endLeftover(left.pid, () => isServerOn(home, left.pid), endedBy)
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
