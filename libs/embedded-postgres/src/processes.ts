import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** When a process began, in the system's own words; undefined when there is none. Tells a process from a later one with the same number. */
export const startOf = (pid: number): string | undefined => {
  if (process.platform !== 'linux') return ps(pid, 'lstart=')
  // Field 22 of proc_pid_stat(5), counted after the name in brackets, which may itself contain spaces.
  return contentOf(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ').at(19)
}

export const commandOf = (pid: number): string | undefined =>
  process.platform === 'linux' ? contentOf(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') : ps(pid, 'command=')

const ps = (pid: number, field: string): string | undefined =>
  spawnSync('ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8' }).stdout.trim() || undefined

const contentOf = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
