import type { Pool } from 'pg'

/** 重建版本: filled from the log beside the live one. */
export const rebuiltVersion = 'registry_rebuild'

/** 保留版本: what was live before the last swap. */
export const keptVersion = 'registry_kept'

export type BesideVersion = typeof rebuiltVersion | typeof keptVersion

/** The version that stands beside the live one: never more than one, since a swap makes the rebuilt one the kept one. */
export const versionBeside = async (pool: Pool): Promise<BesideVersion | undefined> => {
  const { rows } = await pool.query<{ version: BesideVersion }>('SELECT nspname AS version FROM pg_namespace WHERE nspname = ANY ($1)', [
    [keptVersion, rebuiltVersion],
  ])
  return rows[0]?.version
}

export const forgetVersion = async (pool: Pool, version: BesideVersion): Promise<void> => {
  await pool.query(`DROP SCHEMA IF EXISTS ${version} CASCADE`)
}
