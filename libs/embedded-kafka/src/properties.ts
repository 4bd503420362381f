import { writeFileSync } from 'node:fs'

/** Kafka's own names and values. */
export type Settings = Readonly<Record<string, string | number | boolean>>

export interface Ports {
  readonly broker: number
  readonly controller: number
}

/** One broker that is its own controller, for two cores shared with Node. What is not named is Kafka's default. */
const ours: Settings = {
  'process.roles': 'broker,controller',
  'node.id': 1,
  'controller.listener.names': 'CONTROLLER',
  'inter.broker.listener.name': 'PLAINTEXT',
  'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
  // A topic is declared. One that a misspelt name makes would swallow events.
  'auto.create.topics.enable': false,
  'offsets.topic.replication.factor': 1,
  'offsets.topic.num.partitions': 1,
  'transaction.state.log.replication.factor': 1,
  'transaction.state.log.min.isr': 1,
  'transaction.state.log.num.partitions': 1,
  'share.coordinator.state.topic.replication.factor': 1,
  'share.coordinator.state.topic.min.isr': 1,
  'share.coordinator.state.topic.num.partitions': 1,
  'group.initial.rebalance.delay.ms': 0,
  // Consumers that shall take over quickly from one that died may say so.
  'group.min.session.timeout.ms': 1_000,
  // A broker that was killed is let back in when its former self is taken for gone: after 9 s by default.
  'broker.session.timeout.ms': 3_000,
  'broker.heartbeat.interval.ms': 500,
  // 128 MB by default, for compacted topics, of which there is only Kafka's own small one.
  'log.cleaner.dedupe.buffer.size': 8 * 2 ** 20,
}

const listeningOn = ({ broker, controller }: Ports): Settings => ({
  'controller.quorum.voters': `1@127.0.0.1:${controller}`,
  listeners: `PLAINTEXT://127.0.0.1:${broker},CONTROLLER://127.0.0.1:${controller}`,
  'advertised.listeners': `PLAINTEXT://127.0.0.1:${broker}`,
})

export const settingsFor = (data: string, ports: Ports, theirs: Settings): Settings => ({
  ...ours,
  ...listeningOn(ports),
  'log.dirs': data,
  ...theirs,
})

export const writeProperties = (file: string, settings: Settings): void => writeFileSync(file, propertiesOf(settings), { mode: 0o600 })

/** As java.util.Properties reads them: ASCII, and a backslash begins an escape. */
export const propertiesOf = (settings: Settings): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name}=${String(value).replaceAll(/[^ -~]|\\/g, escaped)}\n`)
    .join('')

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
