// A process that owns a broker, to be killed by specs: starts one in the folder it is given, tells its address, and waits.
import { startKafka } from '@concord/embedded-kafka'

const say = (line) => process.stdout.write(`${line}\n`)

try {
  const kafka = await startKafka({ dataFolder: process.argv[2], notice: (line) => say(`notice ${line}`) })
  say(`ready ${kafka.brokers}`)
} catch (fault) {
  say(`${fault.name} ${fault.kind} ${fault.message}`)
}
