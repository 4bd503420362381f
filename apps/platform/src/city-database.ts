import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Postgres, PostgresFault, startPostgres, usePostgres } from '@concord/embedded-postgres'

/** The city's database, on the server that POSTGRES_URL names or on the embedded one. */
export interface CityDatabase {
  readonly url: string
  /** Nobody else serves the city from it now. */
  readonly isOurs: boolean
  /** Stops the embedded server when it is ours. */
  readonly close: () => Promise<void>
}

const name = 'concord'

/** While a platform runs the embedded server, its address stands here for the other commands; it holds the password. */
const addressFile = (dataFolder: string): string => join(dataFolder, 'database-url')

/** The platform's own way: it starts the server and is the one that stops it. @throws PostgresFault */
export const openCityDatabase = async (dataFolder: string, notice: (line: string) => void): Promise<CityDatabase> => {
  const other = process.env['POSTGRES_URL']
  const postgres = other ? await usePostgres(other) : await startPostgres({ dataFolder: join(dataFolder, 'postgres'), notice })
  const url = await postgres.ensureDatabase(name)
  const address = addressFile(dataFolder)
  if (!other) writeFileSync(address, url, { mode: 0o600 })
  return {
    url,
    isOurs: true,
    close: async () => {
      if (!other) rmSync(address, { force: true })
      await postgres.stop()
    },
  }
}

/** A command's way: beside a running platform on its server, otherwise on one of its own for as long as it takes. @throws PostgresFault */
export const joinCityDatabase = async (dataFolder: string, notice: (line: string) => void): Promise<CityDatabase> => {
  const running = await runningServer(dataFolder)
  return running ? { url: await running.ensureDatabase(name), isOurs: false, close: async () => {} } : openCityDatabase(dataFolder, notice)
}

const runningServer = async (dataFolder: string): Promise<Postgres | undefined> => {
  try {
    return await usePostgres(readFileSync(addressFile(dataFolder), 'utf8'))
  } catch (error) {
    // No address, or one that a killed platform left: nobody runs it.
    if (error instanceof PostgresFault || (error instanceof Error && 'code' in error && error.code === 'ENOENT')) return undefined
    throw error
  }
}
