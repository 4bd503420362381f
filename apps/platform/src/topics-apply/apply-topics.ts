import { administer, type KafkaSettings } from '@concord/kafka'
import { applyChanges, differenceBetween, presentIn, readTopicsFile, wantedBy, type Present } from '@concord/kafka-topics'
import { changesTold, refusalsTold } from './difference-told.js'
import type { TopicsOptions } from './options.js'

/** The person who typed the command, or nobody. */
export interface Operator {
  readonly say: (line: string) => void
  readonly agrees: () => Promise<boolean>
}

/**
 * Shows what a cluster's topics and rights lack, asks, and makes them so.
 * @returns whether all is as the file has it, or would have been changed so
 * @throws KafkaFault, TopicsFileFault
 */
export const applyTopics = (options: TopicsOptions, settings: KafkaSettings, operator: Operator): Promise<boolean> => {
  const { file, replication, dryRun, yes } = options
  const { say } = operator
  const wanted = wantedBy(readTopicsFile(file), replication)
  const ended = (well: boolean, line: string): boolean => {
    say(line)
    return well
  }
  return administer(settings, async (admin) => {
    const present = await presentIn(admin, wanted)
    const difference = differenceBetween(wanted, present)
    say(`Kafka at ${settings.brokers.join(', ')}${rightsTold(present)}`)
    if (difference.changes.length > 0) say(changesTold(difference))
    if (difference.refusals.length > 0) return ended(false, `${refusalsTold(difference)}\nnothing was changed`)
    if (difference.changes.length === 0) return ended(true, `is as ${file} has it: nothing to do`)
    if (dryRun) return ended(true, '--dry-run: nothing was changed')
    if (!yes && !(await operator.agrees())) return ended(false, 'nothing was changed')
    await applyChanges(admin, wanted, difference.changes)
    return ended(true, `is now as ${file} has it`)
  })
}

const rightsTold = ({ rights }: Present): string =>
  rights ? '' : ', which checks no rights (it has no authorizer): who may read and write is left out'
