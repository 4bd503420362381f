import { describe, expect, it } from '@jest/globals'
import kafkajs from 'kafkajs'
import { faultIn } from './faults-of-driver.js'

/** The driver's types leave out what these are made of. */
const Driver = kafkajs as unknown as Readonly<Record<'KafkaJSSASLAuthenticationError', new (message: string) => Error>>
const settings = { brokers: ['kafka-1:9093'], sasl: { mechanism: 'plain', username: 'health', password: 'secret' } } as const
const of = (type: string, message: string) => Object.assign(new kafkajs.KafkaJSProtocolError(message), { type })

describe('what the driver trips over', () => {
  const troubles: readonly (readonly [kind: string, error: Error])[] = [
    ['unreachable', new kafkajs.KafkaJSConnectionError('Connection error: connect ECONNREFUSED 127.0.0.1:9')],
    ['unreachable', new Error('Broker not connected')],
    ['not-trusted', new kafkajs.KafkaJSConnectionError('Connection error: self-signed certificate')],
    ['not-let-in', new Driver.KafkaJSSASLAuthenticationError('SASL PLAIN authentication failed')],
    ['not-let-in', of('ILLEGAL_SASL_STATE', 'Request is not valid given the current SASL state')],
    ['not-allowed', of('CLUSTER_AUTHORIZATION_FAILED', 'Cluster authorization failed')],
    ['refused', of('UNKNOWN_TOPIC_OR_PARTITION', 'This server does not host this topic-partition')],
    ['refused', of('INVALID_CONFIG', 'Configuration is invalid')],
  ]
  it.each(troubles.map(([kind, error]) => [kind, error.message, error]))('is %s: %s', (kind, _, error) =>
    expect(faultIn(error, settings)).toMatchObject({ kind }),
  )

  it('is found behind retries, and among the errors of several topics', () => {
    const first = new kafkajs.KafkaJSConnectionError('Connection error: connect ECONNREFUSED 127.0.0.1:9')
    expect(faultIn(new Error('tried', { cause: first }), settings)).toMatchObject({ kind: 'unreachable' })
    expect(faultIn(new kafkajs.KafkaJSAggregateError('some', [first]), settings)).toMatchObject({ kind: 'unreachable' })
  })

  it('names the cluster and us, and no password', () =>
    expect(faultIn(of('CLUSTER_AUTHORIZATION_FAILED', 'Cluster authorization failed'), settings)?.message).toBe(
      'Kafka at kafka-1:9093 does not allow health to do this (Cluster authorization failed); ask whoever runs it, or come as somebody else.',
    ))

  it('is left alone when it is a mistake of ours', () => expect(faultIn(new TypeError('x is undefined'), settings)).toBeUndefined())
})
