import type { Pool } from 'pg'
import { transaction } from './transaction.js'

/**
 * Brings a schema to what this version needs. The statements say IF NOT EXISTS; processes that start together wait for each other.
 * @throws when the schema's name would need quoting: it comes from configuration and goes into statements as it is
 */
export const migrate = async (pool: Pool, schema: string, statements: string): Promise<void> => {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(schema)) throw new Error(`"${schema}" cannot name a schema: use small letters, digits and underscores`)
  await transaction(pool, async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('concord migration'))`)
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}; SET LOCAL search_path = ${schema}; ${statements}`)
  })
}
