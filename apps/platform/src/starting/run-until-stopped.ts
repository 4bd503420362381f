import { once } from 'node:events'
import { type StartOptions, startOptionsFrom } from './start-options.js'
import { whyNotStarted } from './why-not.js'

/** What a start has at hand. */
export interface Starting {
  /** Aborted as soon as somebody wants it to stop. */
  readonly signal: AbortSignal
  /** Takes what has to be closed at the end, the last one first. */
  readonly atTheEnd: (close: () => Promise<void>) => void
}

export const say = (line: string): void => console.log(line)

/** Starts as the command line says and runs until it is told to stop; one that cannot start says why and ends with 1. */
export const runUntilStopped = async (start: (options: StartOptions, starting: Starting) => Promise<void>): Promise<never> => {
  const stopping = new AbortController()
  const stopped = once(stopping.signal, 'abort')
  const closers: (() => Promise<void>)[] = []
  // One Ctrl-C comes twice: from the terminal and from whoever started this.
  const stop = (): void => {
    if (stopping.signal.aborted) return
    say('stopping …')
    stopping.abort()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  try {
    await start(startOptionsFrom(process.argv.slice(2)), { signal: stopping.signal, atTheEnd: (close) => void closers.push(close) })
    await stopped
  } catch (error) {
    // What a start trips over that is being stopped is of no interest.
    if (!stopping.signal.aborted) {
      console.error(whyNotStarted(error))
      process.exitCode = 1
    }
  }
  for (const close of closers.toReversed()) await close().catch((error: unknown) => console.error(error))
  process.exit()
}
