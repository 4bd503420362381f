import { resolve } from 'node:path'
import { Argument, Command } from 'commander'
import { scorableStandards, type ScorableStandard } from '@concord/standards'

/** What was typed. */
export interface ScoreOptions {
  readonly standard: ScorableStandard
  readonly file: string
}

/**
 * Reads the command line; a wrong one ends the process with one sentence and exit code 1, `--help` with 0.
 * @param folder from which the file's name is meant
 */
export const scoreOptionsFrom = (args: readonly string[], folder: string): ScoreOptions => {
  const { processedArgs } = new Command('npm run score --')
    .description('Scores cases under a standard, and prints the results as JSON. 按标准评分，结果以 JSON 输出。')
    .addArgument(new Argument('<standard>', 'by which they are scored').choices(scorableStandards))
    .argument('<file>', 'JSON array of cases')
    .showHelpAfterError('Standards are listed by "npm run score -- --help".')
    .parse(args, { from: 'user' })
  const [standard, file] = processedArgs as [ScorableStandard, string]
  return { standard, file: resolve(folder, file) }
}
