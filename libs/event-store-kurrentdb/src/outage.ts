import {
  CancelledError,
  convertToCommandError,
  DeadlineExceededError,
  NotLeaderError,
  TimeoutError,
  UnavailableError,
  UnknownError,
} from '@kurrent/kurrentdb-client'

/** The server let go of a call without a word. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
}

/** Unknown is also what the client calls a server that has no leader yet, is busy or is not ready. */
const passing = [UnavailableError, NotLeaderError, CancelledError, DeadlineExceededError, TimeoutError, UnknownError]

/** Whether this went wrong because no server answered as one should: the same may go well later. */
export const isOutage = (error: unknown): boolean =>
  isBroken(error) || (error instanceof Error && passing.some((kind) => convertToCommandError(error) instanceof kind))

/** Whether the connection itself is to blame. */
export const isBroken = (error: unknown): boolean =>
  error instanceof Error &&
  (error instanceof ConnectionLost || convertToCommandError(error) instanceof UnavailableError || noNode.test(error.message))

/**
 * Whether the server says no to an append in words that the client does not know: a bad request, an event that is too large. Asked
 * again it says the same.
 */
export const isRefusal = (error: unknown): boolean =>
  error instanceof Error && convertToCommandError(error) instanceof UnknownError && !notYet.test(error.message)

/** Words of the server, which the client does not know either, for what passes; there are none for what the server does not know. */
const notYet = /Server Is Not Ready|Server Is Busy|No leader info|^$/

/** What the client says when no node of a cluster tells who leads. */
const noNode = /^Failed to discover/

/** Milliseconds. The client's own limit, where it has one. */
const answerTime = 10_000

/**
 * What is asked of a client is asked so: for an answer that never comes it would wait for ever.
 * @throws ConnectionLost when there is no answer in time, CancelledError as soon as the signal aborts; what was asked may be done all
 * the same
 */
export const inTime = async <Answer>(asked: Promise<Answer>, signal?: AbortSignal): Promise<Answer> => {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new ConnectionLost(`KurrentDB did not answer within ${answerTime} ms`)), answerTime)
  const leave = (): void => late.reject(new CancelledError())
  signal?.addEventListener('abort', leave)
  try {
    return await Promise.race([asked, late.promise])
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', leave)
  }
}
