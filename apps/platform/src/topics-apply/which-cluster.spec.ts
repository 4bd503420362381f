import { describe, expect, it } from '@jest/globals'
import { clusterFrom } from './cluster.js'
import { brokerList, topicsOptionsFrom } from './options.js'

const env = { KAFKA_BROKERS: 'kafka-1:9092', KAFKA_TLS: 'true' }

describe('the cluster whose topics are applied', () => {
  it('is the one that was typed, before the one of the environment, reached as the environment says', () => {
    const { brokers } = topicsOptionsFrom(['--brokers', '127.0.0.1:9092'], '/')
    expect(clusterFrom(brokers, env)).toEqual({ brokers: ['127.0.0.1:9092'], tls: {} })
    expect(clusterFrom(undefined, env)).toEqual({ brokers: ['kafka-1:9092'], tls: {} })
  })

  it('is asked for where nobody names one', () => {
    for (const empty of [{}, { KAFKA_BROKERS: '' }])
      expect(() => clusterFrom(undefined, empty)).toThrow('Name the brokers with --brokers HOST:PORT, or in KAFKA_BROKERS.')
  })

  it.each(['kafka-1:9092', 'kafka-1:9092,kafka-2:9092', 'kafka-1:9092, kafka-2:9092'])('may be typed %s', (typed) =>
    expect(brokerList(typed)).toBe(typed),
  )

  it.each(['nonsense', '', 'kafka-1:9092,', 'kafka-1', 'kafka 1:9092', 'http://kafka-1:9092'])('is not %j', (typed) =>
    expect(() => brokerList(typed)).toThrow('Give host:port, several with commas between.'),
  )
})
