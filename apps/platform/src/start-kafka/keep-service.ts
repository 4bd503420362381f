import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { setTimeout as rest } from 'node:timers/promises'
import { StartFault } from '../starting/start-fault.js'
import type { Service } from './services.js'
import { tellLines } from './tell-lines.js'

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
  let running = start(service, say)
  const keeping = async (): Promise<void> => {
    for (let pause = 100; ; pause = Math.min(pause * 2, 5_000)) {
      await running.ended
      if (stopping.signal.aborted) return
      say(`${service.name} ended unexpectedly and is started again.`)
      await rest(pause, undefined, { signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) return
      running = start(service, say)
    }
  }
  await ready(service, running)
  const kept = keeping()
  return {
    stop: async () => {
      stopping.abort()
      await end(running)
      await kept
    },
  }
}

interface Running {
  readonly child: ChildProcess
  /** When it has ended and all that it said is told. */
  readonly ended: Promise<unknown>
}

/** With a channel to it: it stops by itself when this process is gone. */
const start = ({ name, url, environment }: Service, say: (line: string) => void): Running => {
  const child = fork(fileURLToPath(new URL(`../../../${name}/src/main.js`, import.meta.url)), {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null)
  const told = streams.map((stream) => tellLines({ name, stream, but: `${name} is ready at ${url}` }, say))
  return { child, ended: Promise.all([once(child, 'exit'), ...told]) }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

const ready = async ({ name, url }: Service, { child, ended }: Running): Promise<void> => {
  const until = performance.now() + patienceMilliseconds
  while (performance.now() < until) {
    if (hasEnded(child)) {
      await ended
      throw new StartFault(`The process of ${name} ended before it was ready; its messages above tell why.`)
    }
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

const end = async ({ child, ended }: Running): Promise<void> => {
  const late = setTimeout(() => child.kill('SIGKILL'), stopMilliseconds)
  child.kill('SIGTERM')
  await ended
  clearTimeout(late)
}
