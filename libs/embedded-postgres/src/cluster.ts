import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import type { Binaries } from './binaries.js'
import { faultIn } from './faults-in-log.js'
import type { Home } from './home.js'
import { PostgresFault } from './postgres-fault.js'

export const superuser = 'concord'

/**
 * Makes the data folder the first time. It gets its name only when complete, so that a start that was killed leaves no half of one.
 * @throws PostgresFault
 */
export const makeCluster = async (home: Home, { initdb }: Binaries): Promise<void> => {
  if (existsSync(home.data)) return checkCluster(home)
  const unfinished = `${home.data}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  writeFileSync(home.password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (home.account.uid !== undefined) chownSync(home.password, home.account.uid, home.account.gid)
  const options = ['--locale=C', '--encoding=UTF8', '--auth=scram-sha-256', `--username=${superuser}`, `--pwfile=${home.password}`]
  try {
    await promisify(execFile)(initdb, ['-D', unfinished, ...options], { ...home.account, cwd: home.folder, env: { LC_ALL: 'C' } })
  } catch (error) {
    throw faultIn(lastWordsOf(error), home)
  }
  renameSync(unfinished, home.data)
}

export const passwordOf = (home: Home): string => {
  try {
    return readFileSync(home.password, 'utf8')
  } catch {
    throw damaged(home)
  }
}

const checkCluster = (home: Home): void => {
  const names = readdirSync(home.data)
  if (!names.includes('PG_VERSION') || !names.includes('global')) throw damaged(home)
}

const damaged = (home: Home): PostgresFault => faultIn('not a database cluster', home)

const lastWordsOf = (error: unknown): string => (error instanceof Error ? `${'stderr' in error ? error.stderr : ''}${error.message}` : String(error))
