import pRetry, { type Options } from 'p-retry'
import { EventStoreUnavailable } from '@concord/event-store'
import type { Connection, KurrentClient } from './connection.js'
import { isBroken, isOutage } from './outage.js'

type Question<Answer> = (client: KurrentClient) => Promise<Answer>

/** Asks the client in use. One whose connection is broken is not asked again. */
export const ask = async <Answer>(connection: Connection, question: Question<Answer>): Promise<Answer> => {
  const client = connection.take()
  try {
    return await question(client)
  } catch (error) {
    if (isBroken(error)) connection.renew(client)
    throw error
  } finally {
    connection.leave(client)
  }
}

/** How often to ask again, and for how long: milliseconds. */
export type Patience = Pick<Options, 'retries' | 'minTimeout' | 'maxTimeout' | 'maxRetryTime'>

/** Long enough for a new leader to be found, and no longer than a caller waits. */
const ofCommand: Patience = { retries: 6, minTimeout: 50, maxTimeout: 1_000, maxRetryTime: 10_000 }

/** Who starts together with the server has half a minute. */
export const ofStart: Patience = { retries: 12, minTimeout: 100, maxTimeout: 5_000, maxRetryTime: 30_000 }

/**
 * Asks again while the server is away; what is asked may be done twice.
 * @throws EventStoreUnavailable when it stays away
 */
export const askPatiently = async <Answer>(connection: Connection, question: Question<Answer>, patience = ofCommand): Promise<Answer> => {
  try {
    return await pRetry(() => ask(connection, question), { ...patience, shouldRetry: ({ error }) => isOutage(error) })
  } catch (error) {
    if (!(error instanceof Error && isOutage(error))) throw error
    throw new EventStoreUnavailable(`KurrentDB is out of reach: ${error.message}`, { cause: error })
  }
}

/** Milliseconds between a subscriber's attempts: about half a minute in all. */
const pauses = [100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000, 5_000, 5_000]
/** Milliseconds: longer than it takes to notice that nobody is there. An attempt that lasted so long has not failed again, but anew. */
const wellAfter = 60_000

/** How long a subscriber waits after each failure. */
export const patienceOfSubscriber = () => {
  let began = 0
  let failures = 0
  return {
    begin: (): void => {
      began = performance.now()
    },
    /** @throws the error when it is none that passes, or one too many */
    pauseAfter: (error: unknown): number => {
      if (performance.now() - began > wellAfter) failures = 0
      const pause = pauses[failures]
      if (!isOutage(error) || pause === undefined) throw error
      failures += 1
      return pause
    },
  }
}

/** Ends early when the signal aborts. */
export const rest = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', wake)
      resolve()
    }
    const timer = setTimeout(wake, milliseconds)
    signal.addEventListener('abort', wake)
    if (signal.aborted) wake()
  })
