import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Manifest, manifest, manifestName, writeSampleCity } from '@concord/sample-city'
import type { PlainDate } from '@concord/standards'

const seed = 42

/** The city's files as they were written at the first start, or written now. A folder with a manifest is complete. */
export const sampleCityIn = (folder: string, persons: number, today: PlainDate): Manifest => {
  const told = join(folder, manifestName)
  return existsSync(told) ? manifest.parse(JSON.parse(readFileSync(told, 'utf8'))) : writeSampleCity(folder, { persons, seed, today })
}
