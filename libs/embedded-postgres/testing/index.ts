import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface Owner {
  /** What it said until its server ran or it gave up. */
  readonly said: readonly string[]
  /** Address of its server; empty when it gave up. */
  readonly url: string
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
}

/** Another process that starts a server, so that a spec can kill it. */
export const startOwner = async (dataFolder: string, account: { readonly uid?: number; readonly gid?: number } = {}): Promise<Owner> => {
  const process_ = spawn(process.execPath, [join(import.meta.dirname, 'owner.mjs'), dataFolder], {
    ...account,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(process_, 'exit')
  const said: string[] = []
  for await (const line of createInterface(process_.stdout)) {
    said.push(line)
    if (line.startsWith('url ')) break
  }
  return {
    said,
    url: said.find((line) => line.startsWith('url '))?.slice(4) ?? '',
    kill: async (signal) => {
      process_.kill(signal)
      await ended
    },
  }
}
