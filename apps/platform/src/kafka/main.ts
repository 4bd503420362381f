import { once } from 'node:events'
import { join } from 'node:path'
import { BrokerFault, resetKafka, startKafka } from '@concord/embedded-kafka'
import { dataFolder } from '../data-folder/data-folder.js'
import { kafkaOptionsFrom, type KafkaOptions } from './options.js'

const say = (line: string): void => console.log(line)

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort())

/** `kafka`: a broker until Ctrl-C; the next start keeps what it was given. */
const run = async ({ port, reset }: KafkaOptions): Promise<void> => {
  const folder = join(dataFolder, 'kafka', 'broker')
  if (reset) await resetKafka(folder)
  const stopped = once(stopping.signal, 'abort')
  const kafka = await startKafka({ dataFolder: folder, port, notice: say, signal: stopping.signal })
  say(`Kafka is ready at ${kafka.brokers}; its data and log are in ${folder}`)
  say(`  topics 主题   npm run topics:apply -- --brokers ${kafka.brokers} --replication 1`)
  await stopped
  say('stopping …')
  await kafka.stop()
}

try {
  await run(kafkaOptionsFrom(process.argv.slice(2)))
} catch (error) {
  // What a start trips over that is being stopped is of no interest.
  if (!stopping.signal.aborted) {
    if (!(error instanceof BrokerFault)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
