import type { Pool } from 'pg'

/** Who holds all subscribers back: they see nothing that was written after it began to write. */
export interface OpenTransaction {
  readonly pid: number
  readonly application: string
  /** Such as 'idle in transaction'. */
  readonly state: string
  readonly ageSeconds: number
  /** Transactions that began since: how far the horizon lies behind. */
  readonly heldBack: bigint
}

/**
 * The oldest transaction of the server that has written something and not ended, in whatever database; none when nobody writes.
 * An alarm belongs on its age: readers never hold anyone back, one forgotten writer holds back all subscribers.
 */
export const oldestOpenTransaction = async (pool: Pool): Promise<OpenTransaction | undefined> => {
  const { rows } = await pool.query<[number, string, string, number, string]>({
    rowMode: 'array',
    text: `
      SELECT pid, application_name, coalesce(state, 'prepared'), extract(epoch FROM clock_timestamp() - begun)::float8, age(xid)
      FROM (
        SELECT pid, application_name, state, xact_start AS begun, backend_xid AS xid FROM pg_stat_activity WHERE backend_xid IS NOT NULL
        UNION ALL
        SELECT 0, gid, NULL, prepared, transaction FROM pg_prepared_xacts
      ) AS writer
      ORDER BY age(xid) DESC LIMIT 1`,
  })
  const [oldest] = rows
  if (!oldest) return undefined
  const [pid, application, state, ageSeconds, heldBack] = oldest
  return { pid, application, state, ageSeconds, heldBack: BigInt(heldBack) }
}
