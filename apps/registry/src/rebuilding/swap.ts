import { setTimeout as rest } from 'node:timers/promises'
import pg, { type PoolClient } from 'pg'
import { transaction } from '@concord/postgres'
import { keepUp, type KeptUp, repeatReleases } from '@concord/projections'
import { today } from '@concord/service-kit'
import { takeTurn } from '../projecting/decide-anew.js'
import { foldedTables } from '../tables/registry-tables.js'
import type { Beside, RebuildGround } from './beside.js'
import type { VersionsCompared } from './compare-versions.js'
import { exchange } from './exchange.js'
import { keepWhatWasTold } from './keep-what-was-told.js'
import { OrderFault } from '../order-fault.js'
import { tellDifferences } from './tell-differences.js'
import { keptVersion, rebuiltVersion } from './versions.js'

/** What a swap did. */
export interface Swapped {
  /** Decisions that subscribers were told, since the version that answers now decides otherwise. */
  readonly told: number
  /** For how long facts were not applied. Lookups were answered. */
  readonly milliseconds: number
}

const attempts = 5
const restMilliseconds = 1_000
/** A lookup that waits for a command's facts is patient for ten seconds. */
const patienceMilliseconds = 5_000
/** To begin to follow the log may take Kafka a few seconds. Nobody waits meanwhile. */
const beginMilliseconds = 30_000

/**
 * A version that was compared with the live one takes its place, and the live one is kept. What comes meanwhile waits, or is tried again.
 * @throws OrderFault
 */
export const swap = async (ground: RebuildGround, beside: Beside, compared: VersionsCompared): Promise<Swapped> => {
  for (let attempt = 1; ; attempt += 1) {
    // Up to date before anybody has to wait, and ready for what comes in between.
    const kept = keepUp(beside.projection)
    try {
      if (!(await kept.upToDate(AbortSignal.timeout(beginMilliseconds)))) throw new Delay()
      return await swapNow(ground, { ...beside, kept }, compared)
    } catch (error) {
      if (!isInTheWay(error)) throw error
      if (attempt === attempts) throw new OrderFault(inTheWay, { cause: error })
      await rest(restMilliseconds)
    } finally {
      await kept.stop()
    }
  }
}

interface Swapping extends Beside {
  readonly kept: KeptUp
}

const inTheWay =
  'The versions could not be swapped, since the registry is too busy or its tables are read for long; nothing has changed. Try again at a quieter time.'

const swapNow = (ground: RebuildGround, beside: Swapping, compared: VersionsCompared): Promise<Swapped> =>
  transaction(ground.live.pool, async (client) => {
    const live = ground.live.schema
    await stopApplying(client, live)
    const began = performance.now()
    await catchUpWithLive(client, ground, beside)
    if (today(ground.ruling.clock) !== compared.on) throw new OrderFault(anotherDay)
    await stopWriting(client, live, beside.version)
    const told = await tellDifferences(client, ground, beside.version)
    await exchange(client, live, beside.version)
    await client.query(`DROP TABLE ${beside.version}.unlike, ${beside.version}.mistold`)
    if (beside.version === rebuiltVersion) await client.query(`ALTER SCHEMA ${rebuiltVersion} RENAME TO ${keptVersion}`)
    return { told, milliseconds: Math.round(performance.now() - began) }
  })

const anotherDay = 'The day in China changed since the versions were compared; nothing has changed. Give the same command again.'

/**
 * Nobody applies or decides from here on; whoever wants to waits for a table, not for its rows, and so finds the right one afterwards.
 * In the order in which a projector takes them. It writes nothing: a transaction that did would keep the log's last events from being
 * read, and these are to be applied yet.
 */
const stopApplying = async (client: PoolClient, live: string): Promise<void> => {
  await client.query(`SET LOCAL lock_timeout = '${patienceMilliseconds}ms'`)
  await client.query(`LOCK TABLE ${live}.projection_checkpoint IN EXCLUSIVE MODE`)
  await takeTurn(client, live, 'alone')
}

const catchUpWithLive = async (client: PoolClient, ground: RebuildGround, beside: Swapping): Promise<void> => {
  const { version, tables, projection, kept } = beside
  const live = ground.live.schema
  if (!(await kept.upToDate(AbortSignal.timeout(patienceMilliseconds)))) throw new Delay()
  await kept.rest()
  await repeatReleases(ground.live, projection)
  // Place by place; by topic where one is split otherwise than it was.
  const { rows } = await client.query<{ topic: string }>(
    `SELECT topic FROM ${live}.projection_checkpoint AS l JOIN ${version}.projection_checkpoint AS b USING (projection, topic, partition)
     WHERE l.position > b.position
     UNION
     SELECT topic FROM ${live}.projection_checkpoint AS l GROUP BY topic
     HAVING max(position) > (SELECT coalesce(max(position), 0) FROM ${version}.projection_checkpoint AS b WHERE b.topic = l.topic)`,
  )
  if (rows.length > 0) throw new OrderFault(logIsBehind(rows.map(({ topic }) => topic)))
  await tables.database.pool.query(
    `INSERT INTO ${version}.unlike SELECT DISTINCT person FROM ${version}.projection_parked WHERE released IS NULL ON CONFLICT DO NOTHING`,
  )
  await keepWhatWasTold(ground, beside, 'the unlike')
}

const logIsBehind = (topics: readonly string[]): string =>
  `The registry has applied events of ${topics.join(', ')} that the log does not hold; they would be lost, so nothing was swapped. ` +
  'Let the agencies publish them again first; the page on deployment says how, under "When Kafka has lost something".'

/** Also the server's own cleaning, which lets a writer pass only after a while; readers may go on. */
const stopWriting = async (client: PoolClient, live: string, version: string): Promise<void> => {
  const tables = [live, version].flatMap((schema) => foldedTables.map((table) => `${schema}.${table}`))
  await client.query(`LOCK TABLE ${tables.join(', ')} IN EXCLUSIVE MODE`)
}

/** The log's end was not reached in time. */
class Delay extends Error {
  override readonly name = 'Delay'
}

/** Worth another attempt: a delay, lock_not_available, deadlock_detected. */
const isInTheWay = (error: unknown): boolean =>
  error instanceof Delay || (error instanceof pg.DatabaseError && ['55P03', '40P01'].includes(error.code ?? ''))
