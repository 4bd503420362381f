import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Manifest, manifest, manifestName, writeSampleCity } from '@concord/sample-city'
import type { PlainDate } from '@concord/standards'
import { keptJson } from '../data-folder/kept-json.js'
import { LossFault } from '../starting/start-fault.js'

const seed = 42
const usualPersons = 20_000

/**
 * The city's files as an earlier start wrote them, or nothing. A folder with a manifest is complete.
 * @throws LossFault when it cannot be read
 */
export const keptCity = (folder: string): Manifest | undefined => {
  const told = join(folder, manifestName)
  if (!existsSync(told)) return undefined
  return keptJson(told, manifest, (damaged, why) => new LossFault(`${damaged}; put back a copy of it`, why))
}

export const writeCity = (folder: string, today: PlainDate, persons = usualPersons): Manifest =>
  writeSampleCity(folder, { persons, seed, today })
