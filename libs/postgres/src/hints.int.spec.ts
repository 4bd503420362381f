import { describe, expect, it } from '@jest/globals'
import { databaseOfSpecs, eventually } from '@concord/testing'

describe('who listens for hints', () => {
  it('is woken by a notification on its channel and by no other', async () => {
    const woken = { news: 0, gossip: 0 }
    const stops = [database().listen('news', () => (woken.news += 1)), database().listen('gossip', () => (woken.gossip += 1))]
    await eventually(async () => {
      await tell('news')
      expect(woken.news).toBeGreaterThan(0)
    })
    expect(woken.gossip).toBe(0)
    stops.forEach((stop) => stop())
  })

  it('is woken again after its connection was lost', async () => {
    let woken = 0
    const stop = database().listen('after_the_loss', () => (woken += 1))
    const isWoken = async (): Promise<void> => {
      const before = woken
      await tell('after_the_loss')
      await eventually(() => expect(woken).toBeGreaterThan(before), { within: 200 })
    }
    await eventually(isWoken)
    const { rowCount } = await database().pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()`,
    )
    expect(rowCount).toBe(1)
    await eventually(isWoken, { within: 30_000 })
    stop()
  })

  it('is not woken any more after it has stopped', async () => {
    const woken = { stopped: 0, listening: 0 }
    database().listen('rumour', () => (woken.stopped += 1))()
    const stop = database().listen('rumour', () => (woken.listening += 1))
    await eventually(async () => {
      await tell('rumour')
      expect(woken.listening).toBeGreaterThan(0)
    })
    expect(woken.stopped).toBe(0)
    stop()
  })

  const tell = (channel: string) => database().pool.query(`NOTIFY ${channel}`)

  const database = databaseOfSpecs()
})
