import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { StartFault } from '../starting/start-fault.js'

/**
 * A JSON file that an earlier start wrote.
 * @param advice what to do when it no longer holds what it held
 * @throws StartFault
 */
export const keptJson = <Kept>(path: string, kept: z.ZodType<Kept>, advice: string): Kept => {
  const text = readFileSync(path, 'utf8')
  try {
    return kept.parse(JSON.parse(text))
  } catch (error) {
    throw new StartFault(`The file ${path} is damaged; ${advice}.`, { cause: error })
  }
}
