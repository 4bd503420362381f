import { DataSource } from 'typeorm'
import { openDatabase, type Database } from '@concord/postgres'
import { CreateRegistry1764000000000 } from './create-registry.migration.js'
import { FeedEntry } from './feed-entry.entity.js'

/** The registry's tables in one schema: the live ones, or a second set that is built beside them. */
export const REGISTRY_TABLES = Symbol('REGISTRY_TABLES')

/** What is folded from the log and may be folded again. The other tables remember what subscribers were told, and until when. */
export const foldedTables = ['facts', 'decisions', 'projection_checkpoint', 'projection_parked'] as const

export interface RegistryTables {
  readonly schema: string
  /** For what is hot or set-based. */
  readonly database: Database
  /** For migrations and the read side. */
  readonly source: DataSource
  close(): Promise<void>
}

/** Opens the tables, bringing them to what this version needs. */
export const openRegistryTables = async (url: string, schema = 'registry'): Promise<RegistryTables> => {
  const database = openDatabase(url)
  await database.pool.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`)
  const source = new DataSource({
    type: 'postgres',
    url,
    schema,
    extra: { max: 2, options: `-c search_path=${schema}` },
    entities: [FeedEntry],
    migrations: [CreateRegistry1764000000000],
    migrationsTableName: 'migrations',
  })
  await source.initialize()
  await source.runMigrations({ transaction: 'all' })
  return {
    schema,
    database,
    source,
    close: async () => {
      await source.destroy()
      await database.close()
    },
  }
}
