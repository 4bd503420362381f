import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PostgresFault, resetPostgres, startPostgres, usePostgres } from '@concord/embedded-postgres'

/** The city's database, on the server that POSTGRES_URL names or on the embedded one. */
export interface CityDatabase {
  readonly url: string
  /** Nobody else can be at work on it now. */
  readonly isOurs: boolean
  /** Stops the embedded server when it is ours. */
  readonly close: () => Promise<void>
}

const name = 'concord'
const serverFolder = (dataFolder: string): string => join(dataFolder, 'postgres')

/** While a platform runs the embedded server, its address stands here for the other commands; it holds the password. */
const databaseUrlFile = (dataFolder: string): string => join(dataFolder, 'database-url')

/** The platform's own way: it starts the server and is the one that stops it. @throws PostgresFault */
export const openCityDatabase = async (dataFolder: string, notice: (line: string) => void): Promise<CityDatabase> => {
  const other = process.env['POSTGRES_URL']
  const postgres = other ? await usePostgres(other) : await startPostgres({ dataFolder: serverFolder(dataFolder), notice })
  const url = await postgres.ensureDatabase(name)
  const file = databaseUrlFile(dataFolder)
  if (!other) writeFileSync(file, url, { mode: 0o600 })
  return {
    url,
    isOurs: !other,
    close: async () => {
      if (!other) rmSync(file, { force: true })
      await postgres.stop()
    },
  }
}

/** A command's way: on a server of its own for as long as it takes, or beside the platform that runs one. @throws PostgresFault */
export const joinCityDatabase = async (dataFolder: string, notice: (line: string) => void): Promise<CityDatabase> => {
  try {
    return await openCityDatabase(dataFolder, notice)
  } catch (error) {
    if (!(error instanceof PostgresFault && error.kind === 'already-running')) throw error
    const running = await usePostgres(readFileSync(databaseUrlFile(dataFolder), 'utf8'))
    return { url: await running.ensureDatabase(name), isOurs: false, close: async () => {} }
  }
}

/** Deletes the embedded server with all its data, or of another server the city's database. @throws PostgresFault */
export const resetCityDatabase = async (dataFolder: string): Promise<void> => {
  const other = process.env['POSTGRES_URL']
  if (other) await (await usePostgres(other)).dropDatabase(name)
  else await resetPostgres(serverFolder(dataFolder))
}
