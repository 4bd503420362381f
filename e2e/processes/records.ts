import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contextName } from '@concord/contracts'
import { type Database, openDatabase } from '@concord/postgres'

/** What stands in a data folder's database while its platform runs. */
export const ask = async <Row extends object>(folder: string, text: string): Promise<readonly Row[]> => {
  const database: Database = openDatabase(readFileSync(join(folder, 'database-url'), 'utf8'), 1)
  try {
    return (await database.pool.query<Row>(text)).rows
  } finally {
    await database.close()
  }
}

/** Each context's events: how many, and one digest of all of them by stream. */
export const eventsOn = async (folder: string): Promise<Readonly<Record<string, object | undefined>>> => {
  const told = contextName.options.map(async (name) => {
    const [row] = await ask(
      folder,
      `SELECT count(*)::int AS events, md5(string_agg(concat_ws(' ', stream, revision, type, data), E'\\n' ORDER BY stream, revision)) AS digest
       FROM ${name.replaceAll('-', '_')}.events`,
    )
    return [name, row] as const
  })
  return Object.fromEntries(await Promise.all(told))
}

/** Files of the sample city that are in; nothing while there is no database, or it does not answer. */
export const filesOn = async (folder: string): Promise<number> => {
  try {
    const [row] = await ask<{ files: number }>(folder, 'SELECT count(*)::int AS files FROM platform.sample_city_files')
    return row?.files ?? 0
  } catch {
    return 0
  }
}

export interface RecordedFall {
  readonly position: string
  readonly fall: string
}

export const fallsOn = (folder: string): Promise<readonly RecordedFall[]> =>
  ask(folder, `SELECT position::text, data->>'fallId' AS fall FROM health.events ORDER BY position`)

/** The reject files, by path. */
export const rejectsOn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    globSync('city/rejects/**/*.csv', { cwd: folder })
      .toSorted()
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  )
