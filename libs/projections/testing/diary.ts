import { randomUUID } from 'node:crypto'
import { beforeEach } from '@jest/globals'
import type { PublishedEvent } from '@concord/contracts'
import type { PersonId } from '@concord/identity'
import { inMemoryPublishedLog, type PublishedLog } from '@concord/published-log'
import { databaseOfSpecs } from '@concord/testing'
import { prepareProjection, type Projection } from '@concord/projections'

/** A projection that writes down each event that it is given: for each spec a fresh one, and a log of its own to follow. */
export const diaryOfSpecs = () => {
  const database = databaseOfSpecs()
  let log: PublishedLog
  let schema: string
  beforeEach(() => {
    log = inMemoryPublishedLog()
    schema = `s${randomUUID().replaceAll('-', '')}`
  })

  return {
    pool: () => database().pool,
    log: () => log,
    schema: () => schema,
    /** From here on it is written anew, from the same log. */
    anew: (): void => void (schema = `${schema}_2`),
    /** @param bad positions that it cannot bear */
    open: async (bad: ReadonlySet<bigint> = new Set(), from: PublishedLog = log): Promise<Projection> => {
      const projection: Projection = {
        name: 'diary',
        log: from,
        topics: ['health', 'civil-affairs'],
        pool: database().pool,
        schema,
        apply: async (events, client) => {
          if (events.some(({ position }) => bad.has(position))) throw new Error('cannot be applied')
          const columns = [events.map(({ person }) => person), events.map(({ position }) => position)]
          await client.query('INSERT INTO diary (person, position) SELECT * FROM unnest($1::text[], $2::bigint[])', columns)
        },
      }
      await prepareProjection(projection)
      await database().pool.query(
        `CREATE TABLE IF NOT EXISTS ${schema}.diary (nth int GENERATED ALWAYS AS IDENTITY, person text, position bigint)`,
      )
      return projection
    },
    /** Positions, in the order in which they were written. */
    written: async (of?: PersonId): Promise<number[]> => {
      const { rows } = await database().pool.query<{ position: string }>(
        `SELECT position FROM ${schema}.diary WHERE $1::text IS NULL OR person = $1 ORDER BY nth`,
        [of],
      )
      return rows.map(({ position }) => Number(position))
    },
    publish: (...events: PublishedEvent[]) => log.publish('health', events, events.at(-1)?.position ?? 0n),
  }
}
