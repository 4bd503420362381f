import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { claim, endLeftover, endServer, freePorts, keepRunning, processes, release, type Supervision } from '@concord/supervisor'
import { BrokerFault } from './broker-fault.js'
import { brokerOn, endedBy, runBroker } from './broker.js'
import { makeCluster } from './cluster.js'
import { openHome, type Home } from './home.js'
import { fetchJars, mavenMissing, type Jars } from './jars.js'
import { javaMissing, javaProgram } from './java.js'
import type { Launch } from './launch.js'
import type { Settings } from './properties.js'

export interface KafkaOptions {
  /** Data, settings and log are kept below it. */
  readonly dataFolder: string
  /** Kafka's programs, fetched when they are not there; .concord/kafka/lib when not said. */
  readonly libFolder?: string
  /** Without one, a free one is found. It stays the same until `stop`. */
  readonly port?: number
  /** Where they differ from ours. */
  readonly settings?: Settings
  /** Hears a sentence for the person at the terminal whenever there is something to know: a fetch, a broker that came back. */
  readonly notice?: (line: string) => void
  /** Whether a broker that ends by itself is started again; it is when not said. */
  readonly keepRunning?: boolean
  /** Gives up a start that takes too long. */
  readonly signal?: AbortSignal
}

/** A broker of ours. */
export interface Kafka {
  /** 127.0.0.1:port, as clients and KAFKA_BROKERS name it. */
  readonly brokers: string
  /** The process that runs now, or ran last. */
  readonly pid: number
  readonly stop: () => Promise<void>
}

/**
 * Starts a broker on 127.0.0.1, alone in its cluster; makes its data the first time, puts in order what a killed owner left, starts the
 * broker again whenever it ends by itself. Clients find it again by themselves: the address stays. It asks nobody who they are.
 * @throws BrokerFault, or the signal's reason
 */
export const startKafka = async (options: KafkaOptions): Promise<Kafka> => {
  const missing = kafkaMissing(options.libFolder)
  if (missing) throw missing
  const home = openHome(options.dataFolder)
  await claim(home.folder, alreadyRunning)
  try {
    return await startIn(home, options)
  } catch (error) {
    release(home.folder)
    throw error
  }
}

/** Why a broker cannot run here: no Java, or no Kafka and no Maven to fetch it with. Undefined when it can. */
export const kafkaMissing = (libFolder?: string): BrokerFault | undefined => javaMissing() ?? mavenMissing(jarsIn(libFolder))

/**
 * Deletes all that the broker kept.
 * @throws BrokerFault 'already-running', 'not-permitted'
 */
export const resetKafka = async (dataFolder: string): Promise<void> => {
  const home = openHome(dataFolder)
  await claim(home.folder, alreadyRunning)
  try {
    await stopLeftovers(home)
    rmSync(home.folder, { recursive: true, force: true, maxRetries: 3 })
  } finally {
    release(home.folder)
  }
}

const startIn = async (home: Home, options: KafkaOptions): Promise<Kafka> => {
  const { libFolder, port, settings = {}, notice = () => {}, signal = new AbortController().signal } = options
  if (await stopLeftovers(home)) notice('Kafka still ran since its owner was killed; it is started again.')
  const jars = jarsIn(libFolder)
  await fetchJars(jars, { notice, signal })
  const [free = 0, controller = 0] = await freePorts(2)
  const launch = { home, java: javaFor(jars), ports: { broker: port ?? free, controller }, settings }
  await makeCluster(launch, signal)
  const supervision = await supervise(launch, { ...options, notice, signal })
  let stopped: Promise<void> | undefined
  return {
    brokers: `127.0.0.1:${launch.ports.broker}`,
    get pid() {
      return supervision.server().pid ?? 0
    },
    stop: () => (stopped ??= supervision.stop().then(() => release(home.folder))),
  }
}

const supervise = async (
  launch: Launch,
  { keepRunning: kept = true, notice, signal }: Pick<KafkaOptions, 'keepRunning'> & Required<Pick<KafkaOptions, 'notice' | 'signal'>>,
): Promise<Supervision> => {
  if (kept) return keepRunning({ name: 'Kafka', run: (stopping) => runBroker(launch, stopping), endedBy, notice, signal })
  const server = await runBroker(launch, signal)
  return { server: () => server, stop: () => endServer(server, { endedBy }) }
}

/** Any number of them: a killed owner may have left one, and its leftovers' owner too. Never ends anything but a broker on this folder. */
const stopLeftovers = async (home: Home): Promise<boolean> => {
  const isBroker = ({ command }: { readonly command: string }): boolean => command.endsWith(` ${brokerOn(home).join(' ')}`)
  const left = processes().filter(isBroker)
  const isStill = (pid: number) => processes().some((one) => one.pid === pid && isBroker(one))
  await Promise.all(left.map(({ pid }) => endLeftover(pid, () => isStill(pid), endedBy)))
  return left.length > 0
}

/** Beside the project, where every command of it stands. */
const programs = resolve('infra/embedded/kafka')

const jarsIn = (folder = resolve('.concord/kafka/lib')): Jars => ({ folder: resolve(folder), pom: join(programs, 'pom.xml') })

const javaFor = ({ folder }: Jars): Launch['java'] => ({
  program: javaProgram(),
  // Collector and compiler that do least beside others on two cores. log4j.properties stands beside the list of Kafka's programs.
  options: ['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', `${programs}:${join(folder, '*')}`],
  // The system's words are read for faults, so they are English; file names may be anything.
  env: { LC_ALL: 'C.UTF-8' },
})

const alreadyRunning = (sentence: string): BrokerFault => new BrokerFault('already-running', sentence)
