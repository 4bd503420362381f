import { createInterface } from 'node:readline/promises'
import { KafkaFault } from '@concord/kafka'
import { TopicsFileFault } from '@concord/kafka-topics'
import { isYes } from '@concord/service-kit'
import { applyTopics } from './apply-topics.js'
import { clusterFrom } from './cluster.js'
import { topicsOptionsFrom } from './options.js'

const say = (line: string): void => console.log(line)

const agrees = async (): Promise<boolean> => {
  if (!process.stdin.isTTY) {
    console.error('There is nobody to ask; say --yes, or --dry-run to look only.')
    return false
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question('Apply these changes? 执行以上更改？ [y/N] ')
  terminal.close()
  return isYes(answer)
}

/** `topics:apply`: exit code 0 when the cluster is as the file has it, or with --dry-run would be. */
try {
  const options = topicsOptionsFrom(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd())
  const cluster = clusterFrom(options.brokers, process.env)
  process.exitCode = (await applyTopics(options, { ...cluster, retries: 3 }, { say, agrees })) ? 0 : 1
} catch (error) {
  if (!(error instanceof KafkaFault || error instanceof TopicsFileFault)) throw error
  console.error(error.message)
  process.exitCode = 1
}
