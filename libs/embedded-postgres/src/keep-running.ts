import { setTimeout as sleep } from 'node:timers/promises'
import { endServer, runServer, type Launch } from './server.js'

/**
 * Runs the server; should it end by itself, starts it again on the same port until it runs, be it that a disk has to be emptied first.
 * @returns how to stop it for good
 * @throws PostgresFault when it does not run the first time
 */
export const keepRunning = async (launch: Launch, notice: (line: string) => void): Promise<() => Promise<void>> => {
  let server = await runServer(launch)
  let revival = Promise.resolve()
  const stopping = new AbortController()

  const revive = async (): Promise<void> => {
    notice('PostgreSQL ended unexpectedly and is started again.')
    for (let pause = 50; !stopping.signal.aborted; pause = Math.min(pause * 2, 10_000)) {
      // Workers of the server that ended need a moment to notice; until then they hold the data.
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {})
      try {
        server = await runServer(launch)
        watch()
        return notice('PostgreSQL runs again.')
      } catch (error) {
        notice(error instanceof Error ? error.message : String(error))
      }
    }
  }
  const watch = (): void => {
    server.once('exit', () => {
      if (!stopping.signal.aborted) revival = revive()
    })
  }
  // Whatever ends this process without stopping the server first, but for kill -9, takes the server with it.
  const endAlong = (): void => void server.kill('SIGINT')

  watch()
  process.once('exit', endAlong)
  return async () => {
    stopping.abort()
    await revival
    await endServer(server)
    process.off('exit', endAlong)
  }
}
