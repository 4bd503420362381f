import { describe, expect, it } from '@jest/globals'
import { EventStoreUnavailable } from '@concord/event-store'
import { problemOf } from './edge-problems.js'

describe('an event store that is away', () => {
  it.each([
    ['KurrentDB', new EventStoreUnavailable('KurrentDB is out of reach: 14 UNAVAILABLE')],
    ['PostgreSQL', Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' })],
  ])('is no failure of ours, and its caller may come again: %s', (_, error) =>
    expect(problemOf(error)).toMatchObject({ status: 503, slug: 'temporarily-unavailable' }),
  )

  it('may have recorded what it did not answer: only its key makes a command safe to repeat', () => {
    const { zh, en } = problemOf(new EventStoreUnavailable('away')).sentence
    for (const said of [zh, en]) expect(said).toContain('Idempotency-Key')
    expect(`${zh} ${en}`).not.toMatch(/nothing was recorded|未作任何记录/)
  })
})
