import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** As whom the server runs; goes into spawn's options. Empty: as ourselves. */
export type Account = { readonly uid: number; readonly gid: number } | Record<string, never>

/**
 * PostgreSQL refuses to run as root. Root therefore lends it to whoever owns the folder (the next folder above that exists), so that
 * `sudo npm start` and `npm start` leave files of one owner; what root owns itself goes to nobody.
 */
export const accountFor = (folder: string): Account => {
  if (process.getuid?.() !== 0) return {}
  const { uid, gid } = statSync(nearestExisting(folder))
  return uid === 0 ? nobody() : { uid, gid }
}

export const canRead = (account: Account, path: string): boolean =>
  spawnSync('test', ['-r', path, '-a', '-x', path], { ...account, stdio: 'ignore' }).status === 0

export const nearestExisting = (folder: string): string => (existsSync(folder) ? folder : nearestExisting(dirname(folder)))

const nobody = (): Account => {
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith('nobody:'))
  const [, , uid = '65534', gid = '65534'] = entry?.split(':') ?? []
  return { uid: Number(uid), gid: Number(gid) }
}
