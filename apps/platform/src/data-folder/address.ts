import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** While a city runs, its address stands here for the other commands. */
export const addressFile = (dataFolder: string): string => join(dataFolder, 'address')

/** @returns what takes it away again */
export const tellAddress = (dataFolder: string, url: string): (() => Promise<void>) => {
  writeFileSync(addressFile(dataFolder), url)
  return () => Promise.resolve(rmSync(addressFile(dataFolder), { force: true }))
}
