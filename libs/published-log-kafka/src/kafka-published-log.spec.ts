import { expect, it } from '@jest/globals'
import { kafkaPublishedLog } from './kafka-published-log.js'

it('a published log whose brokers are away says so in a sentence', () =>
  expect(kafkaPublishedLog({ settings: { brokers: ['127.0.0.1:9'], retries: 0 }, signWith: {}, keysOf: {} })).rejects.toMatchObject({
    name: 'KafkaFault',
    message: expect.stringMatching(/^Kafka at 127\.0\.0\.1:9 does not answer \(.*\); start it, or correct its address and KAFKA_TLS\.$/),
  }))
