import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'

export interface Process {
  readonly pid: number
  /** As it was typed: program and arguments with blanks between. */
  readonly command: string
}

/**
 * When a process began, in the system's own words: tells it from a later one with the same number. Undefined when there is none, or
 * only what is left of one whose parent has not asked how it ended.
 */
export const startOf = (pid: number): string | undefined => {
  if (process.platform !== 'linux') return ps(`-o lstart= -p ${pid}`)
  // Fields 3 (state) and 22 (start) of proc_pid_stat(5), counted after the name in brackets, which may itself contain spaces.
  const fields = contentOf(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ') ?? []
  return fields[0] === 'Z' ? undefined : fields[19]
}

export const commandOf = (pid: number): string | undefined =>
  process.platform === 'linux' ? contentOf(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trimEnd() : ps(`-o command= -p ${pid}`)

/** All that run now, as far as this user may see them. */
export const processes = (): readonly Process[] => {
  if (process.platform !== 'linux') return (ps('-axo pid=,command=') ?? '').split('\n').map(toProcess)
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.map((pid) => ({ pid: Number(pid), command: commandOf(Number(pid)) ?? '' }))
}

const toProcess = (line: string): Process => {
  const [, pid = '', command = ''] = /^\s*(\d+) (.*)$/.exec(line) ?? []
  return { pid: Number(pid), command }
}

const ps = (options: string): string | undefined => spawnSync('ps', options.split(' '), { encoding: 'utf8' }).stdout.trim() || undefined

const contentOf = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
