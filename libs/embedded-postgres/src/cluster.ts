import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { handOver } from './account.js'
import { cannotStart, faultIn } from './faults-in-log.js'
import type { Home } from './home.js'
import type { Launch } from './server.js'

export const superuser = 'concord'

/**
 * Makes the data folder the first time. It gets its name only when it is complete: a start that was killed leaves no half of one.
 * @throws PostgresFault
 */
export const makeCluster = async ({ home, binaries, settings }: Omit<Launch, 'port'>): Promise<void> => {
  if (existsSync(home.data)) return
  for (const name of readdirSync(home.folder)) {
    if (name.startsWith(unfinished)) rmSync(join(home.folder, name), { recursive: true, force: true, maxRetries: 3 })
  }
  const folder = join(home.folder, `${unfinished}${process.pid}`)
  try {
    writeFileSync(home.password, randomBytes(24).toString('base64url'), { mode: 0o600 })
    handOver(home.password, home.account)
    const options = ['--locale=C', '--encoding=UTF8', '--auth=scram-sha-256', `--username=${superuser}`, `--pwfile=${home.password}`]
    if (settings['fsync'] === 'off') options.push('--no-sync')
    await promisify(execFile)(binaries.initdb, ['-D', folder, ...options], { ...home.account, cwd: home.folder, env: { LC_ALL: 'C' } })
    renameSync(folder, home.data)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    const fault = faultIn(lastWordsOf(error), home)
    // What was never made cannot be damaged.
    throw fault.kind === 'damaged' ? cannotStart(lastWordsOf(error), home) : fault
  }
}

export const passwordOf = (home: Home): string => {
  try {
    return readFileSync(home.password, 'utf8')
  } catch (error) {
    throw faultIn(lastWordsOf(error), home)
  }
}

const unfinished = 'unfinished-'

const lastWordsOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return 'stderr' in error && typeof error.stderr === 'string' ? error.stderr + error.message : error.message
}
