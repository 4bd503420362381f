import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { KafkaFault } from './kafka-fault.js'
import { kafkaSettingsFrom } from './kafka-settings.js'

const folder = mkdtempSync(join(tmpdir(), 'kafka-settings-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const ca = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'
const brokers = { KAFKA_BROKERS: 'kafka-1:9093, kafka-2:9093' }

describe('settings from the environment', () => {
  it('need brokers and nothing else', () => expect(kafkaSettingsFrom(brokers)).toEqual({ brokers: ['kafka-1:9093', 'kafka-2:9093'] }))

  it('encrypt, and trust what Node trusts or one authority', () => {
    expect(kafkaSettingsFrom({ ...brokers, KAFKA_TLS: 'true' }).tls).toEqual({})
    expect(kafkaSettingsFrom({ ...brokers, KAFKA_TLS: 'true', KAFKA_CA_FILE: file('ca.pem', ca) }).tls).toEqual({ ca })
  })

  it('say who we are, with the password from a file', () => {
    const us = {
      KAFKA_SASL_MECHANISM: 'SCRAM-SHA-512',
      KAFKA_SASL_USERNAME: 'health',
      KAFKA_SASL_PASSWORD_FILE: file('password', 'with blank \n'),
    }
    expect(kafkaSettingsFrom({ ...brokers, ...us }).sasl).toEqual({
      mechanism: 'scram-sha-512',
      username: 'health',
      password: 'with blank ',
    })
  })
})

describe('settings that cannot be meant', () => {
  const us = { ...brokers, KAFKA_SASL_MECHANISM: 'PLAIN', KAFKA_SASL_USERNAME: 'health' }

  it.each([
    ['KAFKA_BROKERS names no broker', {}],
    ['"kafka-2", which is not host:port', { KAFKA_BROKERS: 'kafka-1:9093,kafka-2' }],
    ['KAFKA_TLS is "yes"', { ...brokers, KAFKA_TLS: 'yes' }],
    ['set both or neither', { ...brokers, KAFKA_CA_FILE: '/ca.pem' }],
    ['cannot be read (ENOENT)', { ...brokers, KAFKA_TLS: 'true', KAFKA_CA_FILE: '/nowhere/ca.pem' }],
    ['holds no certificate', { ...brokers, KAFKA_TLS: 'true', KAFKA_CA_FILE: file('key.pem', '-----BEGIN PRIVATE KEY-----') }],
    ['set it to PLAIN, SCRAM-SHA-256, SCRAM-SHA-512', { ...us, KAFKA_SASL_MECHANISM: 'GSSAPI' }],
    ['set it to PLAIN', { ...brokers, KAFKA_SASL_USERNAME: 'health' }],
    ['needs KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD_FILE', us],
    ['is empty', { ...us, KAFKA_SASL_PASSWORD_FILE: file('empty', '\n') }],
  ])('are refused: %s', (sentence, env) => {
    const read = () => kafkaSettingsFrom(env)
    expect(read).toThrow(KafkaFault)
    expect(read).toThrow(sentence)
  })
})
