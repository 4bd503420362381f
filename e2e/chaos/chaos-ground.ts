import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ContextName, contextName } from '@concord/contracts'
import { openSigningKeys } from '@concord/event-signing'
import { startKafka } from '@concord/embedded-kafka'
import { startPostgres } from '@concord/embedded-postgres'
import { keyFromFile } from '@concord/identity'
import { freePorts } from '@concord/supervisor'
import { startIssuer } from './chaos-issuer.js'
import { TcpProxy } from './tcp-proxy.js'
import { makeTopics } from './topics.js'

/** What the processes stand on: a database, a broker, an issuer, and networks to the first two. */
export interface ChaosGround {
  readonly folder: string
  /** Past all proxies. */
  readonly databaseUrl: string
  readonly brokers: string
  readonly issuer: Awaited<ReturnType<typeof startIssuer>>
  readonly signingKeysFile: (context: ContextName) => string
  readonly networks: Readonly<Record<NetworkName, TcpProxy>>
  readonly killBroker: () => void
  readonly killPostgres: () => void
  readonly close: () => Promise<void>
}

export type NetworkName = 'agencies to database' | 'registry to database' | 'all to broker'

export const openGround = async (): Promise<ChaosGround> => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-chaos-'))
  chmodSync(folder, 0o755)
  const signingKeysFile = (context: ContextName): string => join(folder, 'signing', `${context}.json`)
  keyFromFile(join(folder, 'person-key'))
  for (const name of contextName.options) await openSigningKeys(signingKeysFile(name))
  const postgres = await startPostgres({ dataFolder: join(folder, 'postgres'), settings: { fsync: 'off' } })
  const databaseUrl = await postgres.ensureDatabase('chaos')
  const [brokerPort = 0] = await freePorts(1)
  const databasePort = Number(new URL(databaseUrl).port)
  const networks = {
    'agencies to database': await TcpProxy.to(databasePort),
    'registry to database': await TcpProxy.to(databasePort),
    'all to broker': await TcpProxy.to(brokerPort),
  }
  // Clients are told to come through the proxy.
  const settings = { 'advertised.listeners': `PLAINTEXT://127.0.0.1:${networks['all to broker'].port}` }
  const broker = await startKafka({ dataFolder: join(folder, 'kafka'), port: brokerPort, settings })
  await makeTopics(broker.brokers)
  const issuer = await startIssuer(signingKeysFile)

  return {
    folder,
    databaseUrl,
    brokers: broker.brokers,
    issuer,
    signingKeysFile,
    networks,
    killBroker: () => kill(() => broker.pid),
    killPostgres: () => kill(() => Number.parseInt(readFileSync(join(folder, 'postgres/data/postmaster.pid'), 'utf8'), 10)),
    close: async () => {
      await issuer.close()
      await broker.stop()
      await Promise.all(Object.values(networks).map((network) => network.close()))
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** One that is down already cannot be killed again. */
const kill = (pidOf: () => number): void => {
  try {
    process.kill(pidOf(), 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === 'ESRCH' || error.code === 'ENOENT'))) throw error
  }
}
