import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Kafka, logLevel } from 'kafkajs'
import { contextName } from '@concord/contracts'
import { keysAtHand, openSigningKeys } from '@concord/event-signing'
import { publishedLogContract } from '@concord/published-log/testing'
import { kafkaPublishedLog } from './kafka-published-log.js'
import { topicName } from './topic-names.js'

publishedLogContract('a published log on Kafka', async () => {
  const kafka = new Kafka({ clientId: 'test', brokers: ['127.0.0.1:19092'], logLevel: logLevel.WARN })
  const admin = kafka.admin()
  await admin.connect()
  const topics = contextName.options.map(topicName)
  const there = await admin.listTopics()
  await admin.deleteTopics({ topics: topics.filter((t) => there.includes(t)) })
  await sleep(1000)
  await admin.createTopics({ topics: topics.map((topic) => ({ topic, numPartitions: 4 })) })
  const keys = await openSigningKeys(join(mkdtempSync(join(tmpdir(), `k-${randomUUID()}`)), 'k.json'))
  const pub = keysAtHand(keys.published())
  const every = <T>(t: T) => Object.fromEntries(contextName.options.map((n) => [n, t])) as Record<(typeof contextName.options)[number], T>
  const log = await kafkaPublishedLog({ kafka, signWith: every(keys), keysOf: every(pub) })
  return {
    log,
    publishSlowly: async (topic, events, rest) => {
      await sleep(rest / 8)
      await log.publish(topic, events, events.at(-1)?.position ?? 0n)
    },
    close: async () => {
      await log.close()
      await admin.disconnect()
    },
  }
})
