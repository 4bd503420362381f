import pg from 'pg'
import { PostgresFault } from './postgres-fault.js'

/** A PostgreSQL server, ours or another. */
export interface Postgres {
  /** Connection string of one database of it. */
  url(database: string): string
  /** Creates the database when there is none of that name yet, and gives its connection string. */
  ensureDatabase(database: string): Promise<string>
  dropDatabase(database: string): Promise<void>
  /** Stops a server we started; leaves another's alone. */
  stop(): Promise<void>
}

/**
 * A server that someone else runs, named by POSTGRES_URL; of the URL's database only the server matters.
 * @throws PostgresFault 'unreachable'
 */
export const usePostgres = async (url: string): Promise<Postgres> => {
  const server = postgresAt(url, async () => {})
  const version = await ask(url, 'show server_version_num').catch((error: unknown) => {
    throw unreachable(url, error)
  })
  if (Number(version[0]?.['server_version_num']) >= 150_000) return server
  throw new PostgresFault('other-version', `The PostgreSQL at ${hostOf(url)} is too old; Concord needs version 15 or newer.`)
}

/** @param url of the database from which others are created */
export const postgresAt = (url: string, stop: () => Promise<void>): Postgres => {
  const urlOf = (database: string): string => Object.assign(new URL(url), { pathname: `/${database}` }).href
  return {
    url: urlOf,
    ensureDatabase: async (database) => {
      const found = await ask(url, 'select 1 from pg_database where datname = $1', [database])
      if (found.length === 0) await ask(url, `create database ${pg.escapeIdentifier(database)}`).catch(unlessItExists)
      return urlOf(database)
    },
    dropDatabase: async (database) => {
      await ask(url, `drop database if exists ${pg.escapeIdentifier(database)} with (force)`)
    },
    stop,
  }
}

const ask = async (connectionString: string, sql: string, values: readonly string[] = []): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString })
  // A server that goes away ends the query with an error; the client's own event would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query<Record<string, unknown>>(sql, [...values])).rows
  } finally {
    await client.end()
  }
}

/** duplicate_database, or unique_violation when two create it in the same moment */
const unlessItExists = (error: unknown): void => {
  if (!(error instanceof pg.DatabaseError && ['42P04', '23505'].includes(error.code ?? ''))) throw error
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'POSTGRES_URL')

const unreachable = (url: string, error: unknown): PostgresFault =>
  new PostgresFault(
    'unreachable',
    `POSTGRES_URL names a server at ${hostOf(url)} that does not answer (${reasonOf(error)}); start it or correct the URL.`,
  )

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message || ('code' in error ? String(error.code) : error.name) : String(error)
