import pRetry from 'p-retry'
import { ImportFault } from './import-fault.js'

/**
 * A server that restarts is waited for, about half a minute; what is done here may be done twice.
 * @param otherwise says what did not work: `Row 2 could not be recorded`
 * @throws ImportFault
 */
export const persistently = async <Result>(otherwise: string, attempt: () => Promise<Result>): Promise<Result> => {
  try {
    return await attempt()
  } catch {
    return pRetry(attempt, { retries: 10, minTimeout: 100, maxTimeout: 5_000, shouldRetry: ({ error }) => isTroubleOfServer(error) }).catch(
      (error: unknown) => {
        throw new ImportFault(
          `${otherwise}: ${error instanceof Error ? error.message : String(error)}. ` +
            'What was done before is kept, and the same command goes on from there.',
          { cause: error },
        )
      },
    )
  }
}

/** What drivers throw has a code, or says that the connection ended. */
const isTroubleOfServer = (error: Error): boolean => 'code' in error || /connection|terminat/i.test(error.message)
