import { setTimeout as sleep } from 'node:timers/promises'
import { publishedLogContract } from '@concord/published-log/testing'
import { inMemoryPublishedLog } from './in-memory-published-log.js'

publishedLogContract('a published log in memory', () => {
  const log = inMemoryPublishedLog()
  return Promise.resolve({
    log,
    publishSlowly: async (topic, events, rest) => {
      await sleep(rest / 8)
      await log.publish(topic, events, events.at(-1)?.position ?? 0n)
    },
    close: () => Promise.resolve(),
  })
})
