import { hash } from 'node:crypto'
import type { Pool } from 'pg'
import { transaction } from './transaction.js'

/** Why a schema cannot be used, as one sentence for whoever runs the service: what is wrong and what to do. */
export class SchemaFault extends Error {
  override readonly name = 'SchemaFault'
}

/**
 * Brings a schema to what this version needs, once: what was done is written down in the schema, so that a role that may only use the
 * tables finds nothing left to do. The statements say IF NOT EXISTS; processes that start together wait for each other.
 * @throws SchemaFault when something is left to do and the role may not
 * @throws when the schema's name would need quoting: it comes from configuration and goes into statements as it is
 */
export const migrate = async (pool: Pool, schema: string, statements: string): Promise<void> => {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(schema)) throw new Error(`"${schema}" cannot name a schema: use small letters, digits and underscores`)
  const digest = hash('sha256', statements)
  if (await isDone(pool, schema, digest)) return
  try {
    await transaction(pool, async (client) => {
      await client.query(`SELECT pg_advisory_xact_lock(hashtext('concord migration'))`)
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}; SET LOCAL search_path = ${schema}; ${doneTable} ${statements}`)
      await client.query('INSERT INTO migrated (digest) VALUES ($1) ON CONFLICT DO NOTHING', [digest])
    })
  } catch (error) {
    if (codeOf(error) !== insufficientPrivilege) throw error
    const told = `The schema ${schema} is not what this version needs, and this role may not change it; run this version's migration as its owner.`
    throw new SchemaFault(told, { cause: error })
  }
}

const doneTable = `
  CREATE TABLE IF NOT EXISTS migrated (
    -- SHA-256 of the statements that were carried out.
    digest text PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now()
  );
`

const undefinedTable = '42P01'
const insufficientPrivilege = '42501'

const isDone = async (pool: Pool, schema: string, digest: string): Promise<boolean> => {
  try {
    const { rowCount } = await pool.query(`SELECT FROM ${schema}.migrated WHERE digest = $1`, [digest])
    return rowCount === 1
  } catch (error) {
    if ([undefinedTable, insufficientPrivilege].includes(codeOf(error))) return false
    throw error
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
