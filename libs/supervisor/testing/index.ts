import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Account } from '@concord/supervisor'

export interface Owner {
  /** What it said until its server was ready or it gave up. */
  readonly said: readonly string[]
  /** Address of its server; empty when it gave up. */
  readonly address: string
  /** kill -9 */
  kill(): Promise<void>
}

const owners = new Set<Owner>()

/**
 * Another process that starts a server, so that a spec can kill it. It runs the sources as they are.
 * @param script says `ready ADDRESS` when the server is ready
 */
export const startOwner = async (script: string, dataFolder: string, account: Account = {}): Promise<Owner> => {
  const sources = join(import.meta.dirname, '../../testing/jest/sources.mjs')
  const child = spawn(process.execPath, [...process.execArgv, '--import', sources, script, dataFolder], {
    ...account,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const said: string[] = []
  for await (const line of createInterface(child.stdout)) {
    said.push(line)
    if (line.startsWith('ready ')) break
  }
  const owner: Owner = {
    said,
    address: said.find((line) => line.startsWith('ready '))?.slice(6) ?? '',
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
