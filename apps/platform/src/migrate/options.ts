import { Argument, Command } from 'commander'
import { contextName } from '@concord/contracts'
import type { Migrated } from './migrate-service.js'

/** What was typed. */
export interface MigrateOptions {
  readonly service: Migrated
  readonly grantTo: readonly string[]
}

/** Reads the command line; a wrong one ends the process with one sentence and exit code 1, `--help` with 0. */
export const migrateOptionsFrom = (args: readonly string[]): MigrateOptions => {
  const command = new Command('migrate')
    .description("Brings a service's store to what this version needs, as the owner whom POSTGRES_URL or POSTGRES_URL_FILE names.")
    .addArgument(new Argument('<service>', 'whose store').choices([...contextName.options, 'audit']))
    .option('--grant-to <roles...>', 'roles that may use it, and do no more than the service does', [])
    .showHelpAfterError()
    .allowExcessArguments(false)
    .parse(args, { from: 'user' })
  const [service] = command.processedArgs as [Migrated]
  return { service, ...command.opts<Pick<MigrateOptions, 'grantTo'>>() }
}
