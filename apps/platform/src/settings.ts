import { Command, InvalidArgumentError, Option } from 'commander'
import { startCommand } from './start-command.js'

/** What a person may choose at the start. */
export interface Settings {
  readonly port: number
  /** Nothing when not said. */
  readonly persons?: number
  readonly city: boolean
  readonly reset: boolean
}

const whole =
  (least: number, most: number) =>
  (text: string): number => {
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
    if (number >= least && number <= most) return number
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`)
  }

/** Reads the command line; a wrong option ends the process with one sentence and exit code 1, `--help` with 0. */
export const settingsFrom = (args: readonly string[]): Settings =>
  new Command(`${startCommand} --`)
    .description('Runs a whole city: four agencies, the registry and the audit trail. 启动整个平台：四个部门、互认登记库、审计。')
    .addOption(new Option('--port <number>', 'port on 127.0.0.1').argParser(whole(1, 65_535)).default(3000))
    .addOption(
      new Option('--persons <number>', 'size of the made-up city that is imported the first time (default: 20000)').argParser(
        whole(100, 5_000_000),
      ),
    )
    .option('--no-city', 'start without importing the made-up city')
    .option('--reset', 'delete everything that was kept and begin anew', false)
    .showHelpAfterError(`Options come after two dashes, as in "${startCommand} -- --port 3001"; "${startCommand} -- --help" lists them.`)
    .allowExcessArguments(false)
    .parse(args, { from: 'user' })
    .opts<Settings>()
