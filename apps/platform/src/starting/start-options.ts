import { Command, Option } from 'commander'
import { wholeNumber } from '@concord/service-kit'
import { isOnKafka, startCommand } from './start-command.js'

/** What a person may choose at the start. */
export interface StartOptions {
  readonly port: number
  /** Nothing when not said. */
  readonly persons?: number
  readonly city: boolean
  readonly reset: boolean
}

const description = isOnKafka
  ? 'Runs a whole city as six processes on a Kafka broker; needs Java 17 and Maven. 在 Kafka 上以六个进程启动整个平台。'
  : 'Runs a whole city: four agencies, the registry and the audit trail. 启动整个平台：四个部门、互认登记库、审计。'

/** Reads the command line; a wrong option ends the process with one sentence and exit code 1, `--help` with 0. */
export const startOptionsFrom = (args: readonly string[]): StartOptions =>
  new Command(`${startCommand} --`)
    .description(description)
    .addOption(new Option('--port <number>', 'port on 127.0.0.1').argParser(wholeNumber(1, 65_535)).default(3000))
    .addOption(
      new Option('--persons <number>', 'size of the made-up city that is imported the first time (default: 20000)').argParser(
        wholeNumber(100, 5_000_000),
      ),
    )
    .option('--no-city', 'start without importing the made-up city')
    .option('--reset', 'delete everything that was kept and begin anew', false)
    .showHelpAfterError(`Options come after two dashes, as in "${startCommand} -- --port 3001"; "${startCommand} -- --help" lists them.`)
    .allowExcessArguments(false)
    .parse(args, { from: 'user' })
    .opts<StartOptions>()
