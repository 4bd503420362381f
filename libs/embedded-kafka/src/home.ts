import { chmodSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { BrokerFault } from './broker-fault.js'

/** Where one broker lives: all it keeps is below `folder`, which only its own user may enter. */
export interface Home {
  readonly folder: string
  readonly data: string
  readonly properties: string
  readonly log: string
}

/** @throws BrokerFault 'not-permitted', 'disk-full' */
export const openHome = (dataFolder: string): Home => {
  const folder = resolve(dataFolder)
  try {
    mkdirSync(folder, { recursive: true })
    chmodSync(folder, 0o700)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') {
      throw new BrokerFault('disk-full', `The disk that holds ${folder} is full; free some space and start again.`)
    }
    throw new BrokerFault('not-permitted', `There is no permission to keep data in ${folder}; start as the user it belongs to.`)
  }
  return { folder, data: join(folder, 'data'), properties: join(folder, 'server.properties'), log: join(folder, 'server.log') }
}
