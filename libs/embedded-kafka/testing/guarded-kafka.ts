import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Kafka, startKafka } from '@concord/embedded-kafka'
import { freePorts } from '@concord/supervisor'

/** A broker that asks who somebody is, by TLS and a password, and lets them do what they have the right to. */
export interface GuardedKafka {
  /** The environment in which somebody of that name uses it. */
  readonly environmentOf: (user: string) => NodeJS.ProcessEnv
  readonly stop: Kafka['stop']
}

/** @param users have their name for a password; the one called admin may do everything */
export const startGuardedKafka = async (folder: string, users: readonly string[]): Promise<GuardedKafka> => {
  mkdirSync(folder, { recursive: true })
  const certificate = makeCertificate(folder)
  const [port = 0, controller = 0, guarded = 0] = await freePorts(3)
  const kafka = await startKafka({
    dataFolder: join(folder, 'kafka'),
    port,
    settings: guard({ port, controller, guarded }, certificate, users),
  })
  return {
    stop: kafka.stop,
    environmentOf: (user) => ({
      KAFKA_BROKERS: `127.0.0.1:${guarded}`,
      KAFKA_TLS: 'true',
      KAFKA_CA_FILE: certificate.authority,
      KAFKA_SASL_MECHANISM: 'PLAIN',
      KAFKA_SASL_USERNAME: user,
      KAFKA_SASL_PASSWORD_FILE: passwordFileOf(folder, user),
    }),
  }
}

const password = 'only-for-specs'

/** Beside the open listener, by which the supervisor sees that the broker runs, one more. */
const guard = (
  { port, controller, guarded }: { readonly port: number; readonly controller: number; readonly guarded: number },
  { store }: Certificate,
  users: readonly string[],
) => ({
  'controller.quorum.voters': `1@127.0.0.1:${controller}`,
  listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controller},GUARDED://127.0.0.1:${guarded}`,
  'advertised.listeners': `PLAINTEXT://127.0.0.1:${port},GUARDED://127.0.0.1:${guarded}`,
  'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,GUARDED:SASL_SSL',
  'listener.name.guarded.sasl.enabled.mechanisms': 'PLAIN',
  'listener.name.guarded.plain.sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required ${users
    .map((user) => `user_${user}="${user}"`)
    .join(' ')};`,
  'listener.name.guarded.ssl.keystore.location': store,
  'listener.name.guarded.ssl.keystore.password': password,
  'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
  'super.users': 'User:ANONYMOUS;User:admin',
})

interface Certificate {
  readonly store: string
  readonly authority: string
}

/** Signed by itself: it is its own authority. keytool comes with Java. */
const makeCertificate = (folder: string): Certificate => {
  const [store, authority] = [join(folder, 'broker.p12'), join(folder, 'authority.pem')]
  const inStore = ['-keystore', store, '-storetype', 'PKCS12', '-storepass', password, '-alias', 'broker']
  const pair = ['-genkeypair', '-keyalg', 'RSA', '-keysize', '2048', '-dname', 'CN=broker', '-ext', 'SAN=IP:127.0.0.1', '-validity', '2']
  keytool([...pair, ...inStore])
  keytool(['-exportcert', '-rfc', '-file', authority, ...inStore])
  return { store, authority }
}

const keytool = (args: readonly string[]): void => {
  const home = process.env['JAVA_HOME']
  execFileSync(home ? join(home, 'bin/keytool') : 'keytool', args, { stdio: 'pipe' })
}

const passwordFileOf = (folder: string, user: string): string => {
  const file = join(folder, 'passwords', user)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${user}\n`)
  return file
}
