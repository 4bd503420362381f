import { Command, Option } from 'commander'
import { personId, type PersonId } from '@concord/identity'
import type { Order } from './operating.js'
import { listParked, release, retry, showParked } from './parked.js'
import { progressReport } from './progress.js'
import { progressTold } from './progress-told.js'
import { forget, rebuild, type RebuildChoices, rollBack, swapRebuilt } from './rebuild.js'

interface Choices {
  readonly json?: boolean
  readonly all?: boolean
  readonly by?: string
  readonly reason?: string
}

/** Who types an order, and how. */
export interface Typing {
  /** Before the order's own words: `npm run operate --`. */
  readonly typed: string
  /** Whoever is logged in. */
  readonly account: string
}

export const orderFrom = (args: readonly string[], { typed, account }: Typing): Order => {
  let order: Order | undefined
  const give = (given: Order): void => void (order = given)
  const program = new Command(typed)
    .description("Operators' commands, beside a running platform or alone. 运维命令：进度、搁置、重建。")
    .showHelpAfterError(`Commands are listed by "${typed} --help", the options of one by "${typed} COMMAND --help".`)
  addProgress(program, give)
  addParked(program, account, give)
  addRebuild(program, account, give)
  program.parse(args, { from: 'user' })
  return order ?? program.error('error: say what to do')
}

type Give = (order: Order) => void

const addProgress = (program: Command, give: Give): void => {
  program
    .command('progress')
    .description('how far everything is applied, and what holds it up 进度')
    .option('--json', 'for programs')
    .action(({ json = false }: Choices) =>
      give(async (at) => {
        const report = await progressReport(at)
        at.say(json ? JSON.stringify(report) : progressTold(report, at.typed))
        return 0
      }),
    )
}

const addParked = (program: Command, account: string, give: Give): void => {
  const parked = program.command('parked').description('persons whose events stopped at one that cannot be applied 搁置')
  parked
    .command('list')
    .description('who is parked, and why')
    .option('--json', 'for programs')
    .action(({ json = false }: Choices) => give(listParked(json)))
  parked
    .command('show')
    .description('one of them, and what can be done')
    .argument('<person>', 'person id')
    .action((person: string) => give(showParked(personFrom(person, parked))))
  parked
    .command('retry')
    .description('apply the events again')
    .argument('[person]', 'person id')
    .option('--all', 'everybody who is parked')
    .option('--by <who>', 'who orders it', account)
    .action((person: string | undefined, { all = false, by = '' }: Choices) => {
      if ((person === undefined) !== all) parked.error('error: name a person, or everybody with --all')
      give(retry(person === undefined ? undefined : personFrom(person, parked), wordsFrom(by, 200, parked)))
    })
  parked
    .command('release')
    .description('go on without the event that cannot be applied')
    .argument('<person>', 'person id')
    .requiredOption('--by <who>', 'who decides so')
    .requiredOption('--reason <why>', 'no personal data')
    .action((person: string, { by = '', reason = '' }: Choices) =>
      give(release(personFrom(person, parked), wordsFrom(by, 200, parked), wordsFrom(reason, 500, parked))),
    )
}

/** What is done with the version beside the live one, in place of filling it. */
const steps = { swap: swapRebuilt, rollBack, forget }

const addRebuild = (program: Command, account: string, give: Give): void => {
  const others = (name: string): string[] => ['swap', 'rollBack', 'forget', 'anew', 'yes'].filter((one) => one !== name)
  const command = program
    .command('rebuild')
    .description('fill a new version of the registry beside the live one and compare them; swap, go back 重建、切换、回退')
    .addOption(new Option('--swap', 'let what was rebuilt take the place of the live version').conflicts(others('swap')))
    .addOption(new Option('--roll-back', 'go back to the version before the last swap').conflicts(others('rollBack')))
    .addOption(new Option('--forget', 'delete the version beside the live one').conflicts(others('forget')))
    .option('--anew', 'do not go on with an earlier rebuild', false)
    .option('--yes', 'swap without asking', false)
    .option('--by <who>', 'who orders it', account)
  command.action(({ by: said, anew, yes, ...choices }: RebuildChoices & Partial<Record<keyof typeof steps, boolean>>) => {
    const by = wordsFrom(said, 200, command)
    const step = (['swap', 'rollBack', 'forget'] as const).find((name) => choices[name])
    give(step ? steps[step](by) : rebuild({ anew, yes, by }))
  })
}

/** What was typed in its place may be an identity number: it is not repeated. */
const personFrom = (text: string, command: Command): PersonId => {
  const { data } = personId.safeParse(text)
  return data ?? command.error('error: a person is named by the person id, 32 hexadecimal digits, as "parked list" shows it')
}

const wordsFrom = (text: string, most: number, command: Command): string => {
  const words = text.trim()
  if (words.length >= 1 && words.length <= most) return words
  return command.error(`error: say who and why in 1 to ${most} characters`)
}
