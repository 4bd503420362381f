import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ContextName } from '@concord/contracts'
import { StartFault } from '../starting/start-fault.js'

/** The key of person ids: each city has its own, and keeps it here wherever its database is. */
export const personKeyFile = (dataFolder: string): string => join(dataFolder, 'person-key')

/** Only a city on Kafka has it. */
export const signingFolder = (dataFolder: string): string => join(dataFolder, 'signing')

export const signingKeysFile = (dataFolder: string, context: ContextName): string => join(signingFolder(dataFolder), `${context}.json`)

export const hasCity = (dataFolder: string): boolean => existsSync(personKeyFile(dataFolder))

/** For commands that would make an empty city in a folder whose name was mistyped, and find nothing wrong with it. @throws StartFault */
export const mustHaveCity = (dataFolder: string): void => {
  if (hasCity(dataFolder)) return
  throw new StartFault(
    `There is no city in ${dataFolder}; start one with "npm start", ` +
      'or name its folder in CONCORD_DATA (that of "npm run start:kafka" is .concord/on-kafka).',
  )
}

/** A city has its log on Kafka or has it not: what was read of the one means nothing on the other. @throws StartFault */
export const mustBeStartedSo = (dataFolder: string, isOnKafka: boolean): void => {
  const wasOnKafka = existsSync(signingFolder(dataFolder))
  if (wasOnKafka === isOnKafka || !(wasOnKafka || hasCity(dataFolder))) return
  const other = wasOnKafka ? 'npm run start:kafka' : 'npm start'
  throw new StartFault(`The city in ${dataFolder} is one of "${other}"; start it so, or name another folder in CONCORD_DATA.`)
}
