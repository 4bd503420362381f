import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Home } from './home.js'
import { PostgresFault } from './postgres-fault.js'
import { startOf } from './processes.js'

/**
 * One process at a time owns a home. The name of a dead owner is no obstacle: it was killed, and what it left is put in order.
 * @throws PostgresFault 'already-running'
 */
export const claim = async (home: Home): Promise<void> => {
  const owner = ownerOf(home)
  if (owner && startOf(owner.pid) === owner.start) throw alreadyRunning(home, owner.pid)
  const mine = join(home.folder, `owner.${process.pid}`)
  writeFileSync(mine, `${process.pid} ${startOf(process.pid)}`)
  renameSync(mine, join(home.folder, 'owner'))
  // Two that start at once may both find a dead owner; the one whose name stays after a moment is the owner.
  await sleep(30)
  const now = ownerOf(home)
  if (now?.pid !== process.pid) throw alreadyRunning(home, now?.pid)
}

export const release = (home: Home): void => rmSync(join(home.folder, 'owner'), { force: true })

const ownerOf = ({ folder }: Home): { readonly pid: number; readonly start: string } | undefined => {
  try {
    const [pid, ...start] = readFileSync(join(folder, 'owner'), 'utf8').split(' ')
    return { pid: Number(pid), start: start.join(' ') }
  } catch {
    return undefined
  }
}

const alreadyRunning = ({ folder }: Home, pid: number | undefined): PostgresFault =>
  new PostgresFault('already-running', `Process ${pid} already runs on the data in ${folder}; stop it first.`)
