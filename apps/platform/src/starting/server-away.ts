/** What the system and PostgreSQL (appendix A, classes 08 and 57) say when a server ends, has not come up yet or is gone. */
const away = /^(08\w{3}|57P0[123]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/

/** Whether this went wrong because the server was not there: the same may go well later. */
export const isServerAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string') return away.test(error.code)
  // The driver's own words for a connection that broke have no code.
  return isServerAway(error.cause) || /^(Connection terminated|Client has encountered a connection error)/.test(error.message)
}
