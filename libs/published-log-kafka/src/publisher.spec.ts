import { describe, expect, it } from '@jest/globals'
import type { Message, Producer, RecordMetadata } from 'kafkajs'
import { publisher } from './publisher.js'

describe('who publishes to Kafka', () => {
  it('is not told that all is written when the answer of a partition is missing, and sends it all again with a new producer', async () => {
    const { kafka, sent } = driver({ silentAbout: [1] }, {})
    const { send } = publisher(kafka, 'concord.health.v1')
    await expect(send(messagesTo(0, 1, 2))).rejects.toThrow('has written partition 1 of concord.health.v1')
    await send(messagesTo(0, 1, 2))
    expect(sent).toEqual([
      { producer: 0, partitions: [0, 1, 2] },
      { producer: 1, partitions: [0, 1, 2] },
    ])
  })

  it('sends nothing of the next request while one of before is not written', async () => {
    const { kafka, sent } = driver({ silentAbout: [0] })
    const { send } = publisher(kafka, 'concord.health.v1')
    await expect(send(messagesTo(...Array.from({ length: 600 }, () => 0)))).rejects.toThrow('partition 0')
    expect(sent).toHaveLength(1)
  })
})

const messagesTo = (...partitions: number[]): Promise<Message>[] =>
  partitions.map((partition) => Promise.resolve({ key: 'k', value: 'v', partition }))

/** A driver whose producers, one after the other, are silent about some partitions, as kafkajs is when their lead moves at the wrong moment. */
const driver = (...behaving: { readonly silentAbout?: readonly number[] }[]) => {
  const sent: { readonly producer: number; readonly partitions: readonly (number | undefined)[] }[] = []
  let made = 0
  const producerNumber = (nth: number): Pick<Producer, 'connect' | 'disconnect' | 'send'> => ({
    connect: () => Promise.resolve(),
    disconnect: () => Promise.resolve(),
    send: ({ topic, messages }) => {
      const partitions = messages.map(({ partition = -1 }) => partition)
      sent.push({ producer: nth, partitions })
      const answered = partitions.filter((partition) => !behaving[nth]?.silentAbout?.includes(partition))
      return Promise.resolve(answered.map((partition): RecordMetadata => ({ topicName: topic, partition, errorCode: 0 })))
    },
  })
  return { kafka: { producer: () => producerNumber(made++) }, sent }
}
