import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startOf } from './processes.js'

/**
 * One process at a time owns a server's folder. The name of a dead owner is no obstacle: it was killed, and what it left is put in order.
 * @param alreadyRunning makes the fault that is thrown when another process owns it, from a sentence
 */
export const claim = async (folder: string, alreadyRunning: (sentence: string) => Error): Promise<void> => {
  const refuse = (pid: number | undefined): Error => alreadyRunning(`Process ${pid} already runs on the data in ${folder}; stop it first.`)
  const owner = ownerOf(folder)
  if (owner && startOf(owner.pid) === owner.start) throw refuse(owner.pid)
  const mine = join(folder, `owner.${process.pid}`)
  writeFileSync(mine, `${process.pid} ${startOf(process.pid)}`)
  renameSync(mine, join(folder, 'owner'))
  // Two that start at once may both find a dead owner; the one whose name stays after a moment is the owner.
  await sleep(30)
  const now = ownerOf(folder)
  if (now?.pid !== process.pid) throw refuse(now?.pid)
}

export const release = (folder: string): void => rmSync(join(folder, 'owner'), { force: true })

const ownerOf = (folder: string): { readonly pid: number; readonly start: string } | undefined => {
  try {
    const [pid, ...start] = readFileSync(join(folder, 'owner'), 'utf8').split(' ')
    return { pid: Number(pid), start: start.join(' ') }
  } catch {
    return undefined
  }
}
