import { resolve } from 'node:path'
import { Command, Option } from 'commander'
import { type Encoding, encodings, type RecordKind } from '@concord/file-import'
import { contextNamed, importingContexts, type ImportingContext } from './contexts.js'
import { contextsTold, contextTold } from './kinds-told.js'

/** What was typed. */
export interface ImportOptions {
  readonly context: ImportingContext
  readonly kind: RecordKind
  readonly file: string
  readonly mapping: string | undefined
  readonly encoding: Encoding | undefined
  readonly rejects: string
}

/** How and where an import is typed. */
export interface ImportTyping {
  /** Before its own words: `npm run import --`. */
  readonly typed: string
  /** From which file names are meant. */
  readonly folder: string
}

interface Choices {
  readonly mapping?: string
  readonly encoding?: Encoding
  readonly rejects?: string
}

/**
 * Reads the command line; a wrong one ends the process with what would be right and exit code 1, `--help` with 0.
 */
export const importOptionsFrom = (args: readonly string[], { typed, folder }: ImportTyping): ImportOptions => {
  const command = new Command(typed)
    .description("Imports an agency's records from a CSV or NDJSON file. 从文件导入部门记录（CSV 或 NDJSON，UTF-8 或 GB18030）。")
    .argument('<context>', Object.keys(importingContexts).join(', '))
    .argument('<kind>', 'kind of record, see below')
    .argument('<file>', 'the file')
    .option('--mapping <file>', 'JSON file that maps their column names and words to ours')
    .addOption(new Option('--encoding <name>', 'found out when not said').choices(encodings))
    .option('--rejects <file>', 'where rows that are not taken go (default: <file>.rejects.csv)')
    .addHelpText('after', () => `\nKinds and their columns; those in brackets may be absent:\n\n${contextsTold()}`)
    .showHelpAfterError(`Contexts, kinds and columns are listed by "${typed} --help".`)
    .allowExcessArguments(false)
    .parse(args, { from: 'user' })
  const [contextName = '', kindName = '', path = ''] = command.args
  const context = contextNamed(contextName) ?? command.error(`error: there is no context "${contextName}"`)
  const kind =
    context.recordKinds.find(({ name }) => name === kindName) ??
    command.error(`error: ${context.name} has no kind "${kindName}" among\n\n${contextTold(context)}\n`)
  const { mapping, encoding, rejects } = command.opts<Choices>()
  const file = resolve(folder, path)
  return {
    context,
    kind,
    file,
    encoding,
    mapping: mapping === undefined ? undefined : resolve(folder, mapping),
    rejects: rejects === undefined ? `${file}.rejects.csv` : resolve(folder, rejects),
  }
}
