import pRetry from 'p-retry'
import { isServerAway } from '../starting/server-away.js'

/** With pauses of up to five seconds: more than a minute, in which a server recovers. */
const attempts = 20

/** Does work that goes on where it was, and again after each restart of PostgreSQL. @throws what the last attempt threw */
export const outlastRestarts = async <Result>(
  work: () => Promise<Result>,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<Result> => {
  let told = false
  const tell = ({ error }: { readonly error: Error }): void => {
    if (told || signal.aborted || !isServerAway(error)) return
    told = true
    say('PostgreSQL does not answer; when it does, the import goes on from where it was …')
  }
  return pRetry(work, {
    retries: attempts,
    minTimeout: 200,
    maxTimeout: 5_000,
    signal,
    shouldRetry: ({ error }) => isServerAway(error),
    onFailedAttempt: tell,
  })
}
