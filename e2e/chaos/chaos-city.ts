import { join } from 'node:path'
import type { ContextName } from '@concord/contracts'
import { type Database, openDatabase } from '@concord/postgres'
import { freePorts } from '@concord/supervisor'
import { type ChaosGround, openGround } from './chaos-ground.js'
import { type ChaosProcess, keepProcess } from './chaos-process.js'
import type { TcpProxy } from './tcp-proxy.js'

/** Two agencies and two projectors, each a process, on a broker and a database that can be killed, behind networks that can fail. */
export interface ChaosCity extends ChaosGround {
  /** For whoever looks what has become of it. */
  readonly database: Database
  readonly urlOf: (process: ProcessName) => string
  readonly tokenOf: (context: ContextName) => Promise<string>
  readonly processes: readonly ChaosProcess[]
  /** What a process is told: commands beside it are told the same. */
  readonly environmentOf: (process: ProcessName) => NodeJS.ProcessEnv
}

/** Of an agency, or of one of the two projectors. */
export type ProcessName = (typeof agencies)[number] | (typeof projectors)[number]

export const agencies = ['health', 'civil-affairs'] as const satisfies readonly ContextName[]
export const projectors = ['registry-1', 'registry-2'] as const
const processNames: readonly ProcessName[] = [...agencies, ...projectors]

export const startChaosCity = async (): Promise<ChaosCity> => {
  const ground = await openGround()
  const ports = await freePorts(processNames.length)
  const portOf = (name: ProcessName): number => ports[processNames.indexOf(name)] ?? 0
  const environmentOf = (name: ProcessName): NodeJS.ProcessEnv => ({
    ...ofAll(ground),
    PORT: String(portOf(name)),
    ...(isAgency(name) ? ofAgency(ground, name) : ofRegistry(ground)),
  })
  const database = openDatabase(ground.databaseUrl)
  const processes = [
    ...agencies.map((name) => keepProcess(name, `apps/${name}/src/main.js`, environmentOf(name), ground.folder)),
    ...projectors.map((name) => keepProcess(name, 'apps/registry/src/main.js', environmentOf(name), ground.folder)),
  ]
  return {
    ...ground,
    database,
    urlOf: (name) => `http://127.0.0.1:${portOf(name)}`,
    tokenOf: ground.issuer.tokenOf,
    processes,
    environmentOf,
    close: async () => {
      await Promise.all(processes.map((one) => one.stop()))
      await database.close()
      await ground.close()
    },
  }
}

const isAgency = (name: ProcessName): name is (typeof agencies)[number] => agencies.some((one) => one === name)

const ofAgency = (ground: ChaosGround, name: ContextName): NodeJS.ProcessEnv => ({
  POSTGRES_URL: through(ground, ground.networks['agencies to database']),
  SIGNING_KEYS_FILE: ground.signingKeysFile(name),
})

const ofRegistry = (ground: ChaosGround): NodeJS.ProcessEnv => {
  const url = through(ground, ground.networks['registry to database'])
  return { POSTGRES_URL: url, AUDIT_POSTGRES_URL: url, SIGNING_KEYS_URL: `${ground.issuer.url}/{context}/signing-keys` }
}

const ofAll = ({ folder, issuer, networks }: ChaosGround): NodeJS.ProcessEnv => ({
  OIDC_ISSUER: issuer.url,
  PERSON_KEY_FILE: join(folder, 'person-key'),
  KAFKA_BROKERS: `127.0.0.1:${networks['all to broker'].port}`,
})

const through = ({ databaseUrl }: ChaosGround, { port }: TcpProxy): string =>
  Object.assign(new URL(databaseUrl), { port: String(port) }).href
