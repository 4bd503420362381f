import { resolve } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import type { CityPlan } from '@concord/sample-city'
import { plainDate, type PlainDate } from '@concord/standards'
import { wholeNumber } from '@concord/service-kit'

/** What was typed. */
export interface SampleCityOptions extends CityPlan {
  readonly folder: string
}

/**
 * Reads the command line; a wrong one ends the process with one sentence and exit code 1, `--help` with 0.
 * @param folder from which the folder's name is meant
 */
export const sampleCityOptionsFrom = (args: readonly string[], folder: string, today: PlainDate): SampleCityOptions => {
  const { folder: path, ...plan } = new Command('npm run sample-city --')
    .description("Writes a made-up city as the four agencies' files. 生成虚构城市的四部门数据文件。")
    .addOption(new Option('--persons <number>', 'size of the city').argParser(wholeNumber(100, 5_000_000)).default(20_000))
    .addOption(new Option('--seed <number>', 'another seed is another city').argParser(wholeNumber(0, 2 ** 31 - 1)).default(1))
    .addOption(new Option('--today <date>', 'the day on which the agencies made their files').argParser(dateUpTo(today)).default(today))
    .requiredOption('--folder <folder>', 'where the files go')
    .showHelpAfterError('Options are listed by "npm run sample-city -- --help".')
    .allowExcessArguments(false)
    .parse(args, { from: 'user' })
    .opts<SampleCityOptions>()
  return { ...plan, folder: resolve(folder, path) }
}

/** Scores and periods are those of the rules of today: cities of long ago would not fit them. */
const earliest = '2024-01-01'

const dateUpTo =
  (today: PlainDate) =>
  (text: string): PlainDate => {
    const { data } = plainDate.safeParse(text)
    if (data && data >= earliest && data <= today) return data
    throw new InvalidArgumentError(`Give a date from ${earliest} to ${today}.`)
  }
