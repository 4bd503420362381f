import { spawnSync } from 'node:child_process'
import { chownSync, readFileSync, statSync } from 'node:fs'
import type { Account } from '@concord/supervisor'

/** PostgreSQL refuses to run as root: root lends it to whoever owns the folder already, and at first to nobody. */
export const accountFor = (folder: string): Account => {
  if (process.getuid?.() !== 0) return {}
  const owner = statSync(folder, { throwIfNoEntry: false })
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody()
}

export const canReach = (account: Account, path: string): boolean =>
  spawnSync('test', ['-x', path], { ...account, stdio: 'ignore' }).status === 0

export const handOver = (path: string, { uid, gid }: Account): void => {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
}

const nobody = (): Account => {
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith('nobody:'))
  const [, , uid = '65534', gid = '65534'] = entry?.split(':') ?? []
  return { uid: Number(uid), gid: Number(gid) }
}
