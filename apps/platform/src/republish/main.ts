import 'reflect-metadata'
import { Argument, Command } from 'commander'
import { contextName, type ContextName } from '@concord/contracts'
import { openDatabase } from '@concord/postgres'
import { kafkaPublishedLog } from '@concord/published-log-kafka'
import { postgresRelayCheckpoint } from '@concord/published-log-postgres'
import { contextSettings, faultTold, kafkaFor, schemaOf, settingsFrom } from '@concord/service-host'
import { republish } from './republish.js'

/** `republish CONTEXT`: told by the environment that the context's process is told by. */
const command = new Command('republish')
  .description('Lets a context publish again all that it has recorded, on a topic that was made anew. 重新发布。')
  .addArgument(new Argument('<context>', 'whose').choices(contextName.options))
  .showHelpAfterError()
  .allowExcessArguments(false)
  .parse()
const [context] = command.processedArgs as [ContextName]

try {
  const { POSTGRES_URL } = settingsFrom(contextSettings.pick({ POSTGRES_URL: true }), process.env)
  const log = await kafkaPublishedLog({ settings: { ...kafkaFor('republish'), retries: 5 }, signWith: {}, keysOf: {} })
  const database = openDatabase(POSTGRES_URL)
  try {
    const checkpoint = await postgresRelayCheckpoint(database, { schema: schemaOf(context), context })
    await republish({ context, database, log, checkpoint })
  } finally {
    await database.close()
    await log.close()
  }
  console.log(
    `The service of ${context} publishes all that it has recorded when it starts. Rebuild the registry when it has: operate rebuild`,
  )
} catch (error) {
  console.error(faultTold(error))
  process.exitCode = 1
}
