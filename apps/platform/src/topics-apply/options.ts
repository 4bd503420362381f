import { resolve } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { isBroker } from '@concord/kafka'
import { wholeNumber } from '@concord/service-kit'

/** What was typed. */
export interface TopicsOptions {
  readonly brokers: string | undefined
  /** As the file says when not said. */
  readonly replication: number | undefined
  readonly file: string
  readonly dryRun: boolean
  readonly yes: boolean
}

interface Choices {
  readonly brokers?: string
  readonly replication?: number
  readonly file?: string
  readonly dryRun: boolean
  readonly yes: boolean
}

/**
 * Reads the command line; a wrong one ends the process with one sentence and exit code 1, `--help` with 0.
 * @param folder from which the file's name is meant
 */
export const topicsOptionsFrom = (args: readonly string[], folder: string): TopicsOptions => {
  const { brokers, replication, file, ...how } = new Command('npm run topics:apply --')
    .description('Makes the topics of a Kafka cluster, and who may use them, as the file has them. 按文件设置 Kafka 主题与权限。')
    .addOption(new Option('--brokers <list>', 'host:port, several with commas between (default: KAFKA_BROKERS)').argParser(brokerList))
    .addOption(
      new Option('--replication <number>', 'on how many brokers topics are kept (default: as the file says)').argParser(wholeNumber(1, 99)),
    )
    .addOption(new Option('--file <file>', 'what is wanted (default: infra/kafka/topics.yaml)'))
    .option('--dry-run', 'show what would change, and change nothing', false)
    .option('--yes', 'do not ask', false)
    .addHelpText(
      'after',
      '\nTLS and passwords: KAFKA_TLS, KAFKA_CA_FILE, KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD_FILE.',
    )
    .showHelpAfterError('Options are listed by "npm run topics:apply -- --help".')
    .allowExcessArguments(false)
    .parse(args, { from: 'user' })
    .opts<Choices>()
  return { ...how, brokers, replication, file: file === undefined ? 'infra/kafka/topics.yaml' : resolve(folder, file) }
}

export const brokerList = (text: string): string => {
  if (text.split(',').every((broker) => isBroker(broker.trim()))) return text
  throw new InvalidArgumentError('Give host:port, several with commas between.')
}
