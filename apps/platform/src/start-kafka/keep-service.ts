import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { setTimeout as rest } from 'node:timers/promises'
import { StartFault } from '../starting/start-fault.js'
import type { Service } from './services.js'

const patienceMilliseconds = 60_000
const lookAgainMilliseconds = 50
const stopMilliseconds = 10_000

/** A service that runs until it is stopped. */
export interface KeptService {
  readonly stop: () => Promise<void>
}

/** Runs a service as a process of its own, and again whenever it ends by itself. @throws StartFault when it does not become ready the first time */
export const keepService = async (service: Service, say: (line: string) => void): Promise<KeptService> => {
  const stopping = new AbortController()
  let child = start(service)
  const keeping = async (): Promise<void> => {
    for (let pause = 100; ; pause = Math.min(pause * 2, 5_000)) {
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      if (stopping.signal.aborted) return
      say(`${service.name} ended unexpectedly and is started again.`)
      await rest(pause, undefined, { signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) return
      child = start(service)
    }
  }
  await ready(service, child)
  const kept = keeping()
  return {
    stop: async () => {
      stopping.abort()
      await end(child)
      await kept
    },
  }
}

/** With a channel to it: it stops by itself when this process is gone. */
const start = ({ name, environment }: Service): ChildProcess =>
  fork(fileURLToPath(new URL(`../../../${name}/src/main.js`, import.meta.url)), {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })

const ready = async ({ name, url }: Service, child: ChildProcess): Promise<void> => {
  const until = performance.now() + patienceMilliseconds
  while (performance.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new StartFault(`The process of ${name} ended before it was ready; its messages above tell why.`)
    if (await isReady(url)) return
    await rest(lookAgainMilliseconds)
  }
  throw new StartFault(`The process of ${name} is not ready after ${patienceMilliseconds / 1000} seconds; its messages above tell why.`)
}

export const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  )

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const late = setTimeout(() => child.kill('SIGKILL'), stopMilliseconds)
  child.kill('SIGTERM')
  await once(child, 'exit')
  clearTimeout(late)
}
