import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * When a process began, in the system's own words: tells it from a later one with the same number. Undefined when there is none, or
 * only what is left of one whose parent has not asked how it ended.
 */
export const startOf = (pid: number): string | undefined => {
  if (process.platform !== 'linux') return ps(pid, 'lstart=')
  // Fields 3 (state) and 22 (start) of proc_pid_stat(5), counted after the name in brackets, which may itself contain spaces.
  const fields = contentOf(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ') ?? []
  return fields[0] === 'Z' ? undefined : fields[19]
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
