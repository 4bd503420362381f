import type { ContextName } from '@concord/contracts'
import { alone, type Database } from '@concord/postgres'
import type { PublishedLog, RelayCheckpoint } from '@concord/published-log'
import { topicName } from '@concord/published-log-kafka'
import { HostFault, relayTurn } from '@concord/service-host'

export interface Republishing {
  readonly context: ContextName
  readonly database: Database
  readonly log: PublishedLog
  readonly checkpoint: RelayCheckpoint
}

/** A service that stops lets its relay's turn go at once. */
const patienceMilliseconds = 3_000

/**
 * Lets a context's relay begin anew, so that it publishes all that was ever recorded: for a topic that was made anew, since Kafka has
 * lost some of it. Readers tell what is new by its place in the source: whatever stood on the topic before would hide what is older.
 * @throws HostFault when the relay is at work, or the topic is not empty; then nothing has changed
 */
export const republish = async ({ context, database, log, checkpoint }: Republishing): Promise<void> => {
  let begun = false
  const beginAnew = async (): Promise<void> => {
    begun = true
    const held = await entriesOn(log, context)
    if (held > 0) throw new HostFault(notEmpty(topicName(context), held))
    const at = await checkpoint.load()
    if (at > 0n) await checkpoint.move(at, 0n)
  }
  await alone(database, relayTurn(context), beginAnew, AbortSignal.timeout(patienceMilliseconds))
  if (!begun) throw new HostFault(`The relay of ${context} is at work; stop the service of ${context} first. Nothing has changed.`)
}

const entriesOn = async (log: PublishedLog, context: ContextName): Promise<number> => {
  let entries = 0
  for (const place of await log.places([context])) entries += Number((await log.ahead(place, 0n)).head)
  return entries
}

const notEmpty = (topic: string, entries: number): string =>
  `${topic} holds ${entries} entries, or held them once; what is older than these would not be applied. Delete the topic, make it anew ` +
  'with topics:apply, and give this command before the service starts. Nothing has changed.'
