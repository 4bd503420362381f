import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Account } from '@concord/supervisor'
import { accountFor, canReach, handOver } from './account.js'
import { PostgresFault } from './postgres-fault.js'

/** Where one server lives: all it keeps is below `folder`, which only its account may enter. */
export interface Home {
  readonly folder: string
  readonly data: string
  readonly log: string
  readonly password: string
  readonly account: Account
  /** The folder that was asked for cannot be entered by the account that must run the server. */
  readonly elsewhere: boolean
}

/**
 * Makes the folder, or one in /var/lib when root asks for a place that no other account can enter.
 * @throws PostgresFault 'not-permitted', 'disk-full'
 */
export const openHome = (dataFolder: string): Home => {
  const asked = resolve(dataFolder)
  try {
    mkdirSync(dirname(asked), { recursive: true })
    const elsewhere = !canReach(accountFor(asked), dirname(asked))
    const folder = elsewhere ? join('/var/lib', `concord-${createHash('sha256').update(asked).digest('hex').slice(0, 12)}`) : asked
    const account = accountFor(folder)
    mkdirSync(folder, { recursive: true })
    handOver(folder, account)
    chmodSync(folder, 0o700)
    return { folder, data: join(folder, 'data'), log: join(folder, 'server.log'), password: join(folder, 'password'), account, elsewhere }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') {
      throw new PostgresFault('disk-full', `The disk that holds ${asked} is full; free some space and start again.`)
    }
    throw new PostgresFault('not-permitted', `There is no permission to keep data in ${asked}; start as the user it belongs to.`)
  }
}
