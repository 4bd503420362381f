import type { ChildProcess } from 'node:child_process'
import { administer } from '@concord/kafka'
import { hasEnded, runUntilReady } from '@concord/supervisor'
import { clusterIdOf } from './cluster.js'
import { faultIn } from './faults-in-log.js'
import type { Launch } from './launch.js'
import { settingsFor, writeProperties } from './properties.js'

/** Kafka closes its logs and leaves its cluster; or is ended, and looks through its logs at the next start. */
export const endedBy = { gently: 'SIGTERM', firmly: 'SIGKILL' } as const

/** What the command line of a broker ends with: tells a broker on this very folder from every other program. */
export const brokerOn = ({ properties }: Launch['home']): string[] => ['kafka.Kafka', properties]

/**
 * Starts the broker and waits until it answers clients.
 * @throws BrokerFault
 */
export const runBroker = (launch: Launch, signal: AbortSignal): Promise<ChildProcess> => {
  const { home, java, ports, settings } = launch
  writeProperties(home.properties, settingsFor(home.data, ports, settings))
  const args = [...java.options, ...brokerOn(home)]
  const program = { command: java.program, args, env: java.env, account: {}, folder: home.folder, log: home.log, endedBy }
  const isReady = async (server: ChildProcess): Promise<boolean> => (await answers(launch)) && !hasEnded(server)
  return runUntilReady(program, { isReady, faultIn: (lastWords) => faultIn(lastWords, home) }, signal)
}

/** Whether the broker of this cluster, and not somebody else's on the same port, tells clients where everything is. */
const answers = async (launch: Launch): Promise<boolean> => {
  const asking = { brokers: [`127.0.0.1:${launch.ports.broker}`], retries: 0, timeout: 1_000 }
  const cluster = await administer(asking, (admin) => admin.describeCluster()).catch(() => undefined)
  return cluster !== undefined && cluster.brokers.length > 0 && cluster.clusterId === clusterIdOf(launch)
}
