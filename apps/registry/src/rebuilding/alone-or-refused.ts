import type { Pool } from 'pg'
import { OrderFault } from '../order-fault.js'

const turn = `hashtext('registry rebuild')`

/**
 * Work on the versions that one process at a time may do. The server lets the next one in when this one ends, however it ends.
 * @throws OrderFault while another one is at it
 */
export const aloneOrRefused = async <Result>(pool: Pool, work: () => Promise<Result>): Promise<Result> => {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ ours: boolean }>(`SELECT pg_try_advisory_lock(${turn}) AS ours`)
    if (rows[0]?.ours !== true)
      throw new OrderFault('Another rebuild, swap or roll back of the registry is under way on this database; wait until it has ended.')
    try {
      return await work()
    } finally {
      await client.query(`SELECT pg_advisory_unlock(${turn})`).catch(() => {})
    }
  } finally {
    client.release()
  }
}
