import { type Database, migrate } from '@concord/postgres'

/** Which files of the sample city are in: beside the data itself, so that both are kept or lost together. */
export interface ImportedFiles {
  readonly paths: () => Promise<ReadonlySet<string>>
  readonly add: (path: string) => Promise<void>
}

const table = 'CREATE TABLE IF NOT EXISTS sample_city_files (path text PRIMARY KEY, imported_at timestamptz NOT NULL DEFAULT now());'

export const importedFiles = async ({ pool }: Database): Promise<ImportedFiles> => {
  await migrate(pool, 'platform', table)
  return {
    paths: async () => {
      const { rows } = await pool.query<{ path: string }>('SELECT path FROM platform.sample_city_files')
      return new Set(rows.map(({ path }) => path))
    },
    add: async (path) => {
      await pool.query('INSERT INTO platform.sample_city_files (path) VALUES ($1) ON CONFLICT DO NOTHING', [path])
    },
  }
}
