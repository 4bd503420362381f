import { PostgresFault } from '@concord/embedded-postgres'

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** One sentence for what a person can mend; the whole story for what only we can. */
export const whyNotStarted = (error: unknown): string => {
  if (error instanceof PostgresFault) return error.message
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `The port is taken by another program; choose another one: npm start -- --port 3001`
    case 'EACCES':
      return `This is not allowed to the user who started it: ${error instanceof Error ? error.message : ''}`
    case 'ENOSPC':
    case '53100':
      return 'The disk is full; free some space and start again. Nothing that was acknowledged is lost.'
    default:
      return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}
