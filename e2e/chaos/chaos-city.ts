import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { type ContextName, contextName } from '@concord/contracts'
import { startKafka } from '@concord/embedded-kafka'
import { startPostgres } from '@concord/embedded-postgres'
import { openSigningKeys } from '@concord/event-signing'
import { type Database, openDatabase } from '@concord/postgres'
import { freePorts } from '../../apps/platform/src/separate/free-ports.js'
import { applyTopics } from './topics.js'
import { type ChaosProcess, keepProcess } from './chaos-process.js'
import { type TcpProxy, tcpProxy } from './tcp-proxy.js'

/** Two agencies and two projectors, each a process, on a broker and a database that can be killed, behind networks that can fail. */
export interface ChaosCity {
  /** Past all proxies: for whoever looks what has become of it. */
  readonly database: Database
  readonly brokers: string
  readonly signingKeysFile: (context: ContextName) => string
  readonly urlOf: (context: ContextName) => string
  readonly tokenOf: (context: ContextName) => Promise<string>
  readonly processes: readonly ChaosProcess[]
  readonly networks: Readonly<Record<string, TcpProxy>>
  readonly killBroker: () => void
  readonly killPostgres: () => void
  readonly close: () => Promise<void>
}

const agencies = ['health', 'civil-affairs'] as const

export const startChaosCity = async (say: (line: string) => void): Promise<ChaosCity> => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-chaos-'))
  chmodSync(folder, 0o755)
  const opened: { close: () => Promise<unknown> }[] = []
  const atTheEnd = <Open extends { close: () => Promise<unknown> }>(open: Open): Open => {
    opened.push(open)
    return open
  }
  const [brokerPort = 0, ...ports] = await freePorts(5)
  const postgres = await startPostgres({ dataFolder: join(folder, 'postgres'), settings: { fsync: 'off' }, notice: say })
  atTheEnd({ close: () => postgres.stop() })
  const url = await postgres.ensureDatabase('chaos')
  const database = atTheEnd(openDatabase(url))
  const toBroker = atTheEnd(await tcpProxy(brokerPort))
  const broker = await startKafka({
    dataFolder: join(folder, 'kafka'),
    port: brokerPort,
    settings: { 'advertised.listeners': `PLAINTEXT://127.0.0.1:${toBroker.port}` },
    notice: say,
  })
  atTheEnd({ close: () => broker.stop() })
  await applyTopics(broker.brokers)

  const signingKeysFile = (context: ContextName): string => join(folder, 'signing', `${context}.json`)
  const issuer = atTheEnd(await startIssuer(signingKeysFile))
  const databasePort = Number(new URL(url).port)
  const toDatabase = { agencies: atTheEnd(await tcpProxy(databasePort)), registry: atTheEnd(await tcpProxy(databasePort)) }
  const through = ({ port }: TcpProxy): string => Object.assign(new URL(url), { port: String(port) }).href
  const common = {
    OIDC_ISSUER: issuer.url,
    PERSON_KEY_FILE: join(folder, 'person-key'),
    KAFKA_BROKERS: `127.0.0.1:${toBroker.port}`,
  }
  const portOf = new Map(agencies.map((name, nth) => [name as ContextName, ports[nth] ?? 0]))
  const contexts = agencies.map((name) => {
    const env = {
      ...common,
      PORT: String(portOf.get(name)),
      POSTGRES_URL: through(toDatabase.agencies),
      SIGNING_KEYS_FILE: signingKeysFile(name),
    }
    return keepProcess(name, `apps/${name}/src/main.js`, env, folder)
  })
  const registries = [0, 1].map((nth) => {
    const stores = { POSTGRES_URL: through(toDatabase.registry), AUDIT_POSTGRES_URL: through(toDatabase.registry) }
    const env = {
      ...common,
      ...stores,
      PORT: String(ports[agencies.length + nth]),
      SIGNING_KEYS_URL: `${issuer.url}/{context}/signing-keys`,
    }
    return keepProcess(`registry-${nth + 1}`, 'apps/registry/src/main.js', env, folder)
  })
  const processes = [...contexts, ...registries]
  opened.push({ close: () => Promise.all(processes.map((one) => one.stop())) })

  return {
    database,
    brokers: broker.brokers,
    signingKeysFile,
    urlOf: (context) => `http://127.0.0.1:${portOf.get(context)}`,
    tokenOf: issuer.tokenOf,
    processes,
    networks: { 'agencies to database': toDatabase.agencies, 'registry to database': toDatabase.registry, 'all to broker': toBroker },
    killBroker: () => process.kill(broker.pid, 'SIGKILL'),
    killPostgres: () => process.kill(Number.parseInt(readFileSync(join(folder, 'postgres/data/postmaster.pid'), 'utf8'), 10), 'SIGKILL'),
    close: async () => {
      for (const open of opened.toReversed()) await open.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** Tokens for the agencies' systems, and the agencies' public keys. */
const startIssuer = async (signingKeysFile: (context: ContextName) => string) => {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'chaos', alg: 'ES256', use: 'sig' }] }
  const answerTo = async (path: string): Promise<unknown> => {
    if (path === '/jwks') return jwks
    const context = contextName.parse(path.split('/')[1])
    return (await openSigningKeys(signingKeysFile(context))).published()
  }
  const server = createServer((request, response) => {
    answerTo(request.url ?? '').then(
      (answer) => response.setHeader('content-type', 'application/json').end(JSON.stringify(answer)),
      () => response.writeHead(404).end(),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    tokenOf: (agency: ContextName) =>
      new SignJWT({ client_id: `${agency}-system`, agency })
        .setProtectedHeader({ alg: 'ES256', kid: 'chaos' })
        .setIssuer(url)
        .setAudience('urn:concord')
        .setExpirationTime('1h')
        .sign(privateKey),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      }),
  }
}
