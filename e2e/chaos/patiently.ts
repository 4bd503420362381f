import { AssertionError } from 'node:assert/strict'
import pRetry from 'p-retry'

/**
 * Looks again when a server is just coming back, as the last fault of a run may leave it: whoever looks is struck like everybody else.
 * What was seen and is wrong stays wrong.
 */
export const patiently = <Seen>(look: () => Promise<Seen>): Promise<Seen> =>
  pRetry(look, { retries: 40, minTimeout: 100, maxTimeout: 1_000, shouldRetry: ({ error }) => !(error instanceof AssertionError) })
