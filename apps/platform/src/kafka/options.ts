import { Command, Option } from 'commander'
import { wholeNumber } from '@concord/service-kit'

/** What was typed. */
export interface KafkaOptions {
  readonly port: number
  readonly reset: boolean
}

/** Reads the command line; a wrong one ends the process with one sentence and exit code 1, `--help` with 0. */
export const kafkaOptionsFrom = (args: readonly string[]): KafkaOptions =>
  new Command('npm run kafka --')
    .description('Runs a Kafka broker to try things on, fetched with Maven the first time. 启动用于试用的 Kafka。')
    .addOption(new Option('--port <number>', 'port on 127.0.0.1').argParser(wholeNumber(1, 65_535)).default(9092))
    .option('--reset', 'delete everything that was kept and begin anew', false)
    .showHelpAfterError('Options are listed by "npm run kafka -- --help".')
    .allowExcessArguments(false)
    .parse(args, { from: 'user' })
    .opts<KafkaOptions>()
