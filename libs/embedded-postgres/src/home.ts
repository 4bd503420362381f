import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { accountFor, canRead, nearestExisting, type Account } from './account.js'
import { PostgresFault } from './postgres-fault.js'

/** Where one server lives: everything it keeps is below `folder`. */
export interface Home {
  readonly folder: string
  readonly data: string
  readonly log: string
  readonly password: string
  readonly account: Account
}

/** The folder asked for, or one in /var/lib when the account that must run the server cannot enter it. */
export const homeOf = (dataFolder: string): Home => {
  const asked = resolve(dataFolder)
  const account = accountFor(asked)
  const reachable = process.getuid?.() !== 0 || canRead(account, existsSync(asked) ? asked : nearestExisting(dirname(asked)))
  const folder = reachable ? asked : join('/var/lib', `concord-${createHash('sha256').update(asked).digest('hex').slice(0, 12)}`)
  return { folder, data: join(folder, 'data'), log: join(folder, 'server.log'), password: join(folder, 'password'), account }
}

/** @throws PostgresFault 'not-permitted' */
export const openHome = ({ folder, account }: Home): void => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 })
    if (account.uid !== undefined) chownSync(folder, account.uid, account.gid)
    chmodSync(folder, 0o700)
  } catch {
    throw new PostgresFault(
      'not-permitted',
      `There is no permission to keep data in ${folder}; start as the user it belongs to, or remove it.`,
    )
  }
}
