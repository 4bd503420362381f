import type { KeyObject } from 'node:crypto'
import { keyFromFile, personIdsWith } from '@concord/identity'
import { type Database, migrate } from '@concord/postgres'
import { personKeyFile } from '../data-folder/city-here.js'
import { LossFault, StartFault } from '../starting/start-fault.js'

/** A digest by which the key of a city's records is known again; it tells nothing else about the key. */
const table = 'CREATE TABLE IF NOT EXISTS person_key (digest text PRIMARY KEY);'

/**
 * The key of person ids from the data folder, made the first time. It must be the one that the city's records were made with: under
 * another one nobody would be found any more.
 * @throws StartFault, LossFault
 */
export const personKeyOf = async ({ pool }: Database, dataFolder: string): Promise<KeyObject> => {
  const path = personKeyFile(dataFolder)
  const key = readKey(path)
  const digest = personIdsWith(key).digestOf('the key of this city')
  await migrate(pool, 'platform', table)
  await pool.query('INSERT INTO platform.person_key SELECT $1 WHERE NOT EXISTS (SELECT FROM platform.person_key)', [digest])
  const { rowCount } = await pool.query('SELECT FROM platform.person_key WHERE digest = $1', [digest])
  if (rowCount === 1) return key
  throw new LossFault(
    `The key in ${path} is not the one that the records of this city were made with, and no person would be found; ` +
      'put back a copy of the right key',
  )
}

const readKey = (path: string): KeyObject => {
  try {
    return keyFromFile(path)
  } catch (error) {
    // What the system refuses has a code and is told elsewhere.
    if (!(error instanceof Error) || 'code' in error) throw error
    throw new StartFault(error.message, { cause: error })
  }
}
