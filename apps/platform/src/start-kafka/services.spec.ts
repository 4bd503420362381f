import { describe, expect, it } from '@jest/globals'
import { serviceOn } from './services.js'

const ground = { databaseUrl: 'postgres://a/concord', brokers: 'kafka-1:9093', dataFolder: '/city', url: 'http://127.0.0.1:3000' }
const ours = {
  KAFKA_BROKERS: 'kafka-1:9093,kafka-2:9093',
  KAFKA_TLS: 'true',
  KAFKA_CA_FILE: '/ca.pem',
  KAFKA_SASL_MECHANISM: 'SCRAM-SHA-512',
  KAFKA_SASL_USERNAME: 'city',
  KAFKA_SASL_PASSWORD_FILE: '/password',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
}

describe('the process of a service', () => {
  it('is told how Kafka is reached and where traces go as we are, and nothing else of our environment', () => {
    const { environment } = serviceOn(ground, 'registry', 3001, { ...ours, CONCORD_DATA: '/city', POSTGRES_URL: 'postgres://b' })
    expect(environment).toMatchObject({ ...ours, KAFKA_BROKERS: 'kafka-1:9093', POSTGRES_URL: 'postgres://a/concord' })
    expect(environment).not.toHaveProperty('CONCORD_DATA')
  })

  it('is told of signing keys when it signs, and where to ask for them when it reads', () => {
    expect(serviceOn(ground, 'health', 3001).environment['SIGNING_KEYS_FILE']).toBe('/city/signing/health.json')
    expect(serviceOn(ground, 'registry', 3001).environment).toMatchObject({
      SIGNING_KEYS_URL: 'http://127.0.0.1:3000/{context}/v1/signing-keys',
    })
  })
})
