import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'

/** A process that is started again whenever it ends, as a cluster does it. */
export interface ChaosProcess {
  readonly name: string
  /** kill -9; it is started again, unless it shall stay dead. */
  readonly kill: (how?: { readonly forGood: boolean }) => void
  readonly stop: () => Promise<void>
}

const restMilliseconds = 200

/** @param main below the built tree, such as `apps/health/src/main.js`; what it says goes into a log in the folder */
export const keepProcess = (name: string, main: string, env: NodeJS.ProcessEnv, folder: string): ChaosProcess => {
  let stopping = false
  const log = openSync(join(folder, `${name}.log`), 'a')
  const start = (): ChildProcess =>
    fork(join(import.meta.dirname, '../../dist', main), {
      env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'], ...env },
      execArgv: ['--disable-warning=TimeoutNegativeWarning'],
      stdio: ['ignore', log, log, 'ipc'],
    })
  let child = start()
  const keeping = (async () => {
    for (;;) {
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      if (stopping) return
      await rest(restMilliseconds)
      child = start()
    }
  })()
  return {
    name,
    kill: ({ forGood } = { forGood: false }) => {
      stopping ||= forGood
      child.kill('SIGKILL')
    },
    stop: async () => {
      stopping = true
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await keeping
      clearTimeout(late)
      closeSync(log)
    },
  }
}
