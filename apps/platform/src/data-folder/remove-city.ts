import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { resetCityDatabase } from './city-database.js'
import { personKeyFile, signingFolder } from './city-here.js'

/** Deletes everything that a city keeps, but for what its broker does: data, keys and the made-up city's files. @throws PostgresFault */
export const removeCity = async (dataFolder: string): Promise<void> => {
  await resetCityDatabase(dataFolder)
  const others = ['development-issuer.json', 'city'].map((name) => join(dataFolder, name))
  for (const kept of [personKeyFile(dataFolder), signingFolder(dataFolder), ...others]) rmSync(kept, { recursive: true, force: true })
}
