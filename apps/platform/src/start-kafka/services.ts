import { type ContextName, contextName } from '@concord/contracts'
import { personKeyFile, signingKeysFile } from '../data-folder/city-here.js'

/** Contexts, registry and audit: each a process of its own. */
export type ServiceName = ContextName | 'registry' | 'audit'

export const serviceNames: readonly ServiceName[] = [...contextName.options, 'registry', 'audit']

export interface ProcessesGround {
  readonly databaseUrl: string
  readonly brokers: string
  readonly dataFolder: string
  /** Where everybody asks: gateway and issuer. */
  readonly url: string
}

export interface Service {
  readonly name: ServiceName
  readonly url: string
  readonly environment: NodeJS.ProcessEnv
}

/** What each process is told: its own store, the broker and how it is reached, where keys are. */
export const serviceOn = (
  { databaseUrl, brokers, dataFolder, url }: ProcessesGround,
  name: ServiceName,
  port: number,
  env: NodeJS.ProcessEnv = process.env,
): Service => ({
  name,
  url: `http://127.0.0.1:${port}`,
  environment: {
    PATH: env['PATH'],
    ...passedOn(env),
    NODE_COMPILE_CACHE: env['NODE_COMPILE_CACHE'],
    // What it says goes through us, line by line.
    NO_COLOR: '1',
    PORT: String(port),
    OIDC_ISSUER: `${url}/oidc`,
    PERSON_KEY_FILE: personKeyFile(dataFolder),
    KAFKA_BROKERS: brokers,
    POSTGRES_URL: databaseUrl,
    ...(name === 'registry' && { AUDIT_POSTGRES_URL: databaseUrl, SIGNING_KEYS_URL: `${url}/{context}/v1/signing-keys` }),
    ...(isContext(name) && { SIGNING_KEYS_FILE: signingKeysFile(dataFolder, name) }),
  },
})

/** Where traces go, as OpenTelemetry's own variables say it, and how Kafka is reached. */
const passedOn = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => /^(OTEL|KAFKA)_/.test(name)))

const isContext = (name: ServiceName): name is ContextName => contextName.safeParse(name).success
