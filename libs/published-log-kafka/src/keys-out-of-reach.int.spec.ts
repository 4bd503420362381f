import { expect, it } from '@jest/globals'
import { keysAtHand, KeysOutOfReach, type PublicKeys } from '@concord/event-signing'
import type { Follower, LogPage } from '@concord/published-log'
import { comaBegan, eventsOf } from '@concord/published-log/testing'
import { kafkaLogUnderTest } from '@concord/published-log-kafka/testing'
import { describeOnKafka, eventually } from '@concord/testing'

describeOnKafka('on Kafka', () => {
  it('what an agency publishes waits while its keys cannot be fetched, and what the others publish goes on', async () => {
    const { log, keys, open, close } = await kafkaLogUnderTest()
    let isAway = true
    const ofHealth: PublicKeys = (kid) =>
      isAway ? Promise.reject(new KeysOutOfReach('the keys of health are away')) : keysAtHand(keys.health.published())(kid)
    const reader = await open({ health: ofHealth })
    const pages: LogPage[] = []
    const follower: Follower = {
      begin: () => Promise.resolve(0n),
      take: async (page) => {
        if (page.topic === 'health') for (const event of page.events) await reader.read(page.topic, event)
        pages.push(page)
        return page.offset
      },
    }
    const positionsOf = (topic: string) => eventsOf(pages.filter((page) => page.topic === topic)).map(({ position }) => position)
    const stop = new AbortController()
    const following = reader.follow(['health', 'civil-affairs'], follower, stop.signal)
    try {
      await log.publish('health', [comaBegan(1n), comaBegan(2n)], 2n)
      for (let nth = 1n; nth <= 5n; nth += 1n) {
        await log.publish('civil-affairs', [comaBegan(nth)], nth)
        await eventually(() => expect(positionsOf('civil-affairs')).toContain(nth))
      }
      expect(positionsOf('health')).toEqual([])
      isAway = false
      await eventually(() => expect(new Set(positionsOf('health'))).toEqual(new Set([1n, 2n])))
    } finally {
      stop.abort()
      await following
      await close()
    }
  })
})
