import { readFileSync } from 'node:fs'
import { KafkaFault } from './kafka-fault.js'

const mechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const

export interface Sasl {
  readonly mechanism: (typeof mechanisms)[number]
  readonly username: string
  readonly password: string
}

/** How a Kafka cluster is reached. */
export interface KafkaSettings {
  /** host:port of some of its brokers, which name the others. */
  readonly brokers: readonly string[]
  /** Encrypted. The brokers' certificates are checked against `ca` (PEM), or against what Node trusts. */
  readonly tls?: { readonly ca?: string }
  readonly sasl?: Sasl
  /** As the brokers' logs and quotas call us; concord when not said. */
  readonly clientId?: string
  /** How often something that may go well later is tried again; 30 times when not said, with pauses of up to 5 seconds. */
  readonly retries?: number
  /** How long a broker may take to answer, in milliseconds; 30 seconds when not said. */
  readonly timeout?: number
  /** Hears what the driver warns of, a line each; it holds no keys and no values. Nobody does when not said. */
  readonly warn?: (line: string) => void
}

/**
 * KAFKA_BROKERS, KAFKA_TLS, KAFKA_CA_FILE, KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD_FILE.
 * @throws KafkaFault 'wrong-settings'
 */
export const kafkaSettingsFrom = (env: NodeJS.ProcessEnv): KafkaSettings => ({
  brokers: brokersIn(env['KAFKA_BROKERS'] ?? ''),
  ...tlsIn(env),
  ...saslIn(env),
})

/** host:port */
export const isBroker = (text: string): boolean => /^[^\s:]+:\d{1,5}$/.test(text)

const brokersIn = (named: string): string[] => {
  const brokers = named.split(',').map((broker) => broker.trim())
  const wrong = brokers.find((broker) => !isBroker(broker))
  if (wrong === undefined) return brokers
  const found = wrong === '' ? 'names no broker' : `has "${wrong}", which is not host:port`
  throw wrongSettings(`KAFKA_BROKERS ${found}; set it to one broker or several, such as "kafka-1:9093,kafka-2:9093".`)
}

const tlsIn = ({ KAFKA_TLS: tls = 'false', KAFKA_CA_FILE: caFile }: NodeJS.ProcessEnv): Pick<KafkaSettings, 'tls'> => {
  if (tls !== 'true' && tls !== 'false') throw wrongSettings(`KAFKA_TLS is "${tls}"; set it to true or false.`)
  if (tls === 'true') return { tls: caFile ? { ca: certificateIn(caFile) } : {} }
  // Whoever names an authority expects encryption: silence would send everything in the clear.
  if (caFile) throw wrongSettings('KAFKA_CA_FILE is set, but KAFKA_TLS is not true; set both or neither.')
  return {}
}

const saslIn = (env: NodeJS.ProcessEnv): Pick<KafkaSettings, 'sasl'> => {
  const { KAFKA_SASL_MECHANISM: named, KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD_FILE: passwordFile } = env
  if (!named && !username && !passwordFile) return {}
  const mechanism = mechanisms.find((one) => one === named?.toLowerCase())
  if (!mechanism) throw wrongSettings(`KAFKA_SASL_MECHANISM is "${named ?? ''}"; set it to ${mechanisms.join(', ').toUpperCase()}.`)
  if (!username || !passwordFile) throw wrongSettings('KAFKA_SASL_MECHANISM needs KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD_FILE.')
  return { sasl: { mechanism, username, password: passwordIn(passwordFile) } }
}

const certificateIn = (file: string): string => {
  const content = contentOf('KAFKA_CA_FILE', file)
  if (content.includes('-----BEGIN CERTIFICATE-----')) return content
  throw wrongSettings(`${file}, named by KAFKA_CA_FILE, holds no certificate in PEM.`)
}

/** Editors end a file with a line's end, which is no part of the password. */
const passwordIn = (file: string): string => {
  const password = contentOf('KAFKA_SASL_PASSWORD_FILE', file).replace(/\r?\n$/, '')
  if (password !== '') return password
  throw wrongSettings(`${file}, named by KAFKA_SASL_PASSWORD_FILE, is empty.`)
}

const contentOf = (variable: string, path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw wrongSettings(`${path}, named by ${variable}, cannot be read (${code}).`)
  }
}

const wrongSettings = (message: string): KafkaFault => new KafkaFault('wrong-settings', message)
