import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CityPlan, livesOf } from '../city.js'
import type { AgencyFile } from '../files/agency-file.js'
import { cityFiles } from '../files/city-files.js'
import { type Manifest, manifest, type WrittenFile } from '../manifest.js'
import { mappingOf } from './cells.js'
import { census } from './census.js'
import { deliveries, type FileWriter, fileWriter } from './file-writer.js'

export const manifestName = 'manifest.json'

/**
 * Writes a sample city as the four agencies' files into a folder, with their mapping files and, last, the manifest: a folder with a
 * manifest is complete. A kind of record that nobody in the city has gets no file.
 *
 * @param onPerson is told after each person how many are written
 * @throws RangeError when the plan has no whole positive number of persons
 */
export const writeSampleCity = (folder: string, plan: CityPlan, onPerson: (written: number) => void = () => {}): Manifest => {
  if (!Number.isInteger(plan.persons) || plan.persons < 1) throw new RangeError('a city has a whole number of persons, at least one')
  rmSync(join(folder, manifestName), { force: true })
  const counted = census()
  const writers = new Map<AgencyFile, FileWriter>()
  let written = 0
  for (const life of livesOf(plan)) {
    for (const row of life.rows) {
      const writer = writers.get(row.file) ?? openIn(folder, row.file)
      writers.set(row.file, writer)
      writer.add(row)
      counted.countRow(row, life.resident)
    }
    counted.countLife(life)
    onPerson((written += 1))
  }
  const complete: Manifest = {
    synthetic: manifest.shape.synthetic.value,
    seed: plan.seed,
    today: plan.today,
    ...counted.told(),
    files: cityFiles.flatMap((file) => closed(file, writers.get(file))),
  }
  const path = join(folder, manifestName)
  // A disk that is full in this moment must leave no half of it: a folder with a manifest is complete.
  writeFileSync(`${path}.unfinished`, `${JSON.stringify(complete, undefined, 2)}\n`)
  renameSync(`${path}.unfinished`, path)
  return complete
}

const openIn = (folder: string, file: AgencyFile): FileWriter => {
  mkdirSync(join(folder, file.context), { recursive: true })
  if (hasMapping(file)) writeFileSync(join(folder, mappingPath(file)), mappingOf(file))
  return fileWriter(join(folder, pathOf(file)), file)
}

const closed = (file: AgencyFile, writer: FileWriter | undefined): readonly WrittenFile[] => {
  if (!writer) return []
  const { context, kind } = file
  const { format, encoding } = deliveries[context]
  const mapping = hasMapping(file) ? { mapping: mappingPath(file) } : {}
  return [{ context, kind, path: pathOf(file), format, encoding, ...mapping, ...writer.close() }]
}

const pathOf = ({ context, kind }: AgencyFile): string => `${context}/${kind}.${deliveries[context].format}`
const mappingPath = ({ context, kind }: AgencyFile): string => `${context}/${kind}.mapping.json`

/** NDJSON here uses our own names. */
const hasMapping = ({ context }: AgencyFile): boolean => deliveries[context].format === 'csv'
