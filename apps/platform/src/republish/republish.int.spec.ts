import { once } from 'node:events'
import { expect, it } from '@jest/globals'
import { alone } from '@concord/postgres'
import { comaBegan } from '@concord/published-log/testing'
import { type KafkaLogUnderTest, kafkaLogUnderTest } from '@concord/published-log-kafka/testing'
import { postgresRelayCheckpoint } from '@concord/published-log-postgres'
import { relayTurn } from '@concord/service-host'
import { databaseOfSpecs, describeOnKafka, eventually } from '@concord/testing'
import { republish } from './republish.js'

describeOnKafka('publishing again all that was recorded', () => {
  it('is possible once the topic was made anew and the relay rests', async () => {
    const made = await kafkaLogUnderTest()
    const checkpoint = await postgresRelayCheckpoint(database(), { schema: 'health', context: 'health' })
    const again = async () => {
      const log = await made.open()
      await republish({ context: 'health', database: database(), log, checkpoint })
    }
    try {
      await made.log.publish('health', [comaBegan(7n)], 7n)
      await checkpoint.move(0n, 7n)
      await expect(again()).rejects.toThrow(/concord\.health\.v1 holds \d entries.*Delete the topic/)
      await makeAnew(made)

      const [stop, begun] = [new AbortController(), Promise.withResolvers<void>()]
      const untilStopped = async (signal: AbortSignal): Promise<void> => {
        begun.resolve()
        await once(signal, 'abort')
      }
      const relay = alone(database(), relayTurn('health'), untilStopped, stop.signal)
      await begun.promise
      await expect(again()).rejects.toThrow('stop the service of health first')
      stop.abort()
      await relay
      expect(await checkpoint.load()).toBe(7n)

      await again()
      expect(await checkpoint.load()).toBe(0n)
    } finally {
      await made.close()
    }
  })

  const makeAnew = async ({ kafka, topic }: KafkaLogUnderTest): Promise<void> => {
    const admin = kafka.admin()
    await admin.connect()
    await admin.deleteTopics({ topics: [topic('health')] })
    await eventually(() => admin.createTopics({ topics: [{ topic: topic('health'), numPartitions: 4 }] }))
    await admin.disconnect()
  }

  const database = databaseOfSpecs()
})
