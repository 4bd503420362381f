import { expect, it } from '@jest/globals'
import { comaBegan } from '@concord/published-log/testing'
import { diaryOfSpecs } from '@concord/projections/testing'
import { eventually } from '@concord/testing'
import { runProjection } from './index.js'

const diary = diaryOfSpecs()

it('a projection applies again what its database has lost, though nothing new comes along', async () => {
  const projection = await diary.open()
  await diary.publish(comaBegan(1n), comaBegan(2n), comaBegan(3n))
  const stop = new AbortController()
  const running = runProjection(projection, stop.signal)
  try {
    await eventually(async () => expect(await diary.written()).toEqual([1, 2, 3]))
    // As after a crash: the last transactions were never written.
    await diary.pool().query(`
      BEGIN;
      DELETE FROM ${diary.schema()}.diary WHERE position > 1;
      UPDATE ${diary.schema()}.projection_checkpoint SET "offset" = 1, position = 1 WHERE topic = 'health';
      COMMIT`)
    await eventually(async () => expect(await diary.written()).toEqual([1, 2, 3]))
  } finally {
    stop.abort()
    await running
  }
})
