import type { Pool, PoolClient } from 'pg'
import { transaction } from '@concord/postgres'

/** All that is read within stands as of one moment. Nothing can be written. */
export const snapshot = <Result>(pool: Pool, read: (client: PoolClient) => Promise<Result>): Promise<Result> =>
  transaction(pool, async (client) => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY')
    return read(client)
  })

const rowsAtOnce = 2_000

/** The rows of a question within a transaction, some at a time, however many there are. */
export async function* fetchAll<Row extends object>(client: PoolClient, question: string): AsyncGenerator<readonly Row[]> {
  await client.query(`DECLARE answers NO SCROLL CURSOR FOR ${question}`)
  for (;;) {
    const { rows } = await client.query<Row>(`FETCH ${rowsAtOnce} FROM answers`)
    if (rows.length === 0) break
    yield rows
  }
  await client.query('CLOSE answers')
}
