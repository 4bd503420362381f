import { readFileSync } from 'node:fs'
import type { z } from 'zod'

/**
 * A JSON file that an earlier start wrote.
 * @param fault what is thrown when it no longer holds what it held, after a sentence that says so
 */
export const keptJson = <Kept>(path: string, kept: z.ZodType<Kept>, fault: (damaged: string, why: ErrorOptions) => Error): Kept => {
  const text = readFileSync(path, 'utf8')
  try {
    return kept.parse(JSON.parse(text))
  } catch (error) {
    throw fault(`The file ${path} is damaged`, { cause: error })
  }
}
