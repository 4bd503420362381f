import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { endServer, type ServerProgram } from './server.js'

export interface Supervised {
  /** As sentences call it. */
  readonly name: string
  /** Starts the server and waits until it is ready; gives up when the signal aborts. */
  readonly run: (signal: AbortSignal) => Promise<ChildProcess>
  readonly endedBy: ServerProgram['endedBy']
  /** Hears a sentence for the person at the terminal. */
  readonly notice: (line: string) => void
  /** Ends the first start; later ones end by `stop`. */
  readonly signal?: AbortSignal | undefined
}

export interface Supervision {
  /** The server that runs now, or the one that ran last. */
  readonly server: () => ChildProcess
  readonly stop: () => Promise<void>
}

/**
 * Runs a server; should it end by itself, starts it again until it runs, be it that a disk has to be emptied first.
 * @throws what `run` throws the first time
 */
export const keepRunning = async ({ name, run, endedBy, notice, signal }: Supervised): Promise<Supervision> => {
  const stopping = new AbortController()
  let server = await run(signal ?? stopping.signal)
  let revival = Promise.resolve()

  const revive = async (): Promise<void> => {
    notice(`${name} ended unexpectedly and is started again.`)
    for (let pause = 50; !stopping.signal.aborted; pause = Math.min(pause * 2, 10_000)) {
      // Workers of the server that ended need a moment to notice; until then they hold the data.
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {})
      try {
        server = await run(stopping.signal)
        watch()
        return notice(`${name} runs again.`)
      } catch (error) {
        if (!stopping.signal.aborted) notice(error instanceof Error ? error.message : String(error))
      }
    }
  }
  const watch = (): void => {
    server.once('exit', () => {
      if (!stopping.signal.aborted) revival = revive()
    })
  }

  watch()
  return {
    server: () => server,
    stop: async () => {
      stopping.abort()
      await revival
      await endServer(server, { endedBy })
    },
  }
}
