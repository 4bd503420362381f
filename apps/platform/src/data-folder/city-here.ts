import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { StartFault } from '../starting/start-fault.js'

/** The key of person ids: each city has its own, and keeps it here wherever its database is. */
export const personKeyFile = (dataFolder: string): string => join(dataFolder, 'person-key')

export const hasCity = (dataFolder: string): boolean => existsSync(personKeyFile(dataFolder))

/** For commands that would begin an empty city in a folder that was misspelt, and do well in it. @throws StartFault */
export const mustHaveCity = (dataFolder: string): void => {
  if (hasCity(dataFolder)) return
  throw new StartFault(
    `There is no city in ${dataFolder}; start one with "npm start", ` +
      'or name its folder in CONCORD_DATA (that of "npm run start:kafka" is .concord/on-kafka).',
  )
}
