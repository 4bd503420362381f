import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface Owner {
  /** What it said until its server ran or it gave up. */
  readonly said: readonly string[]
  /** Address of its server; empty when it gave up. */
  readonly url: string
  /** kill -9 */
  kill(): Promise<void>
}

const owners = new Set<Owner>()

/** Another process that starts a server, so that a spec can kill it. It runs the sources as they are. */
export const startOwner = async (dataFolder: string, account: { readonly uid?: number; readonly gid?: number } = {}): Promise<Owner> => {
  const sources = join(import.meta.dirname, '../../testing/jest/sources.mjs')
  const child = spawn(process.execPath, ['--import', sources, join(import.meta.dirname, 'owner.mjs'), dataFolder], {
    ...account,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const said: string[] = []
  for await (const line of createInterface(child.stdout)) {
    said.push(line)
    if (line.startsWith('url ')) break
  }
  const owner: Owner = {
    said,
    url: said.find((line) => line.startsWith('url '))?.slice(4) ?? '',
    kill: async () => {
      child.kill('SIGKILL')
      await ended
      owners.delete(owner)
    },
  }
  owners.add(owner)
  return owner
}

/** For after a spec, which may have failed. */
export const endOwners = async (): Promise<void> => {
  await Promise.all([...owners].map((owner) => owner.kill()))
}
