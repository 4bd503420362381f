import type { KeyObject } from 'node:crypto'
import type { Manifest } from '@concord/sample-city'
import { systemClock, today } from '@concord/service-kit'
import type { City } from '../city/open-city.js'
import { settled } from '../city/settle.js'
import { startCommand } from '../starting/start-command.js'
import { LossFault } from '../starting/start-fault.js'
import { importSampleCity } from './import-sample-city.js'
import { type ImportedFiles, importedFiles } from './imported-files.js'
import { keptCity, writeCity } from './sample-city-folder.js'

export interface Populating {
  readonly city: City
  /** Of person ids. */
  readonly key: KeyObject
  /** Of the city's files. */
  readonly folder: string
  /** How many persons were asked for, if somebody did. */
  readonly persons: number | undefined
  readonly signal: AbortSignal
  readonly say: (line: string) => void
}

/**
 * Brings the made-up city in, unless it is there already; goes on where an earlier attempt was.
 * @returns what is in the city, once all of it has reached the registry, or as much as was possible before the signal
 */
export const populate = async ({ city, key, folder, persons, signal, say }: Populating): Promise<Manifest> => {
  const imported = await importedFiles(city.database)
  const manifest = keptCity(folder) ?? (await newCity(folder, imported, persons))
  if (persons !== undefined && persons !== manifest.population.persons)
    say(
      `The city of ${manifest.population.persons} persons is kept; "${startCommand} -- --reset --persons ${persons}" deletes it and makes one of ${persons}.`,
    )
  if ((await imported.paths()).size < manifest.files.length)
    await importSampleCity({ folder, manifest, imported, city: { database: city.database, key }, signal, say })
  if (!(await settled(city, say, signal)) && !signal.aborted)
    say('Not everything has reached the registry; what is shown below may lack something, and "npm run verify:registry" tells more.')
  return manifest
}

/** @throws LossFault when a part of another city is in */
const newCity = async (folder: string, imported: ImportedFiles, persons: number | undefined): Promise<Manifest> => {
  if ((await imported.paths()).size === 0) return writeCity(folder, today(systemClock), persons)
  throw new LossFault(`The files of the city in ${folder} are gone, though it is imported; put back a copy of them`)
}
