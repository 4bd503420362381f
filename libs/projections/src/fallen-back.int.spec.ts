import { expect, it } from '@jest/globals'
import { inMemoryPublishedLog } from '@concord/published-log'
import { comaBegan } from '@concord/published-log/testing'
import { databaseOfSpecs, eventually } from '@concord/testing'
import { prepareProjection, type Projection, runProjection } from './index.js'

const database = databaseOfSpecs()

it('a projection applies again what its database has lost, though nothing new comes along', async () => {
  const log = inMemoryPublishedLog()
  const projection: Projection = {
    name: 'diary',
    log,
    topics: ['health'],
    pool: database().pool,
    schema: 'diary',
    apply: async (events, client) =>
      void (await client.query('INSERT INTO diary SELECT * FROM unnest($1::bigint[])', [events.map(({ position }) => position)])),
  }
  await prepareProjection(projection)
  await database().pool.query('CREATE TABLE diary.diary (position bigint)')
  const written = async (): Promise<number[]> =>
    (await database().pool.query<{ position: string }>('SELECT position FROM diary.diary ORDER BY position')).rows.map(({ position }) =>
      Number(position),
    )
  await log.publish('health', [comaBegan(1n), comaBegan(2n), comaBegan(3n)], 3n)
  const stop = new AbortController()
  const running = runProjection(projection, stop.signal)
  try {
    await eventually(async () => expect(await written()).toEqual([1, 2, 3]))
    // As after a crash: the last transactions were never written.
    await database().pool.query(`
    BEGIN;
    DELETE FROM diary.diary WHERE position > 1;
    UPDATE diary.projection_checkpoint SET "offset" = 1, position = 1;
    COMMIT`)
    await eventually(async () => expect(await written()).toEqual([1, 2, 3]), { within: 10_000 })
  } finally {
    stop.abort()
    await running
  }
}, 30_000)
