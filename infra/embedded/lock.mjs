import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { inRoot } from './places.mjs'

/**
 * Does the work while no other launcher of this folder does the same. The work may pass the lock on to a program it runs, which then
 * keeps it even if this launcher is killed. The lock of a dead process is no obstacle.
 */
export const alone = async (what, work) => {
  const lock = inRoot('.concord', `${what}.lock`)
  mkdirSync(inRoot('.concord'), { recursive: true })
  for (let told = false; !(await take(lock)); told = true) {
    if (!told) console.error(`waiting for process ${holderOf(lock)?.pid}, which is at it: ${what} …`)
    await sleep(200)
  }
  try {
    await work((pid) => hold(lock, pid))
  } finally {
    rmSync(lock, { force: true })
  }
}

const take = async (lock) => {
  const holder = holderOf(lock)
  if (holder && startOf(holder.pid) === holder.start) return false
  hold(lock, process.pid)
  // Two that come at once may both find a dead holder; the one whose name stays after a moment is the holder.
  await sleep(50)
  return holderOf(lock)?.pid === process.pid
}

const hold = (lock, pid) => {
  writeFileSync(`${lock}.${process.pid}`, `${pid} ${startOf(pid)}`)
  renameSync(`${lock}.${process.pid}`, lock)
}

const holderOf = (lock) => {
  try {
    const [pid, start] = readFileSync(lock, 'utf8').split(' ')
    return { pid: Number(pid), start }
  } catch {
    return undefined
  }
}

/** Tells a process from a later one with the same number, where the system says when it began; undefined when it has ended. */
const startOf = (pid) => {
  try {
    // Fields 3 (state) and 22 (start) of proc_pid_stat(5), counted after the name in brackets.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')
    return fields[0] === 'Z' ? undefined : fields[19]
  } catch {
    return process.platform !== 'linux' && isAlive(pid) ? 'unknown' : undefined
  }
}

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
