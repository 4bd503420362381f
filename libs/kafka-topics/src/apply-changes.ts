import type { Admin } from 'kafkajs'
import pRetry from 'p-retry'
import { ConfigResourceTypes } from '@concord/kafka'
import { type Change, differenceBetween } from './difference.js'
import { presentIn } from './present.js'
import { grant, revoke } from './rights.js'
import type { Topic, Wanted } from './topics.js'

/**
 * Makes the changes, once the cluster would take each of them, and waits until it tells that it is as it is wanted.
 * Partitions that were added cannot be taken away: what is refused later must not leave them behind.
 */
export const applyChanges = async (admin: Admin, wanted: Wanted, changes: readonly Change[]): Promise<void> => {
  for (const change of changes) await make(admin, change, { validateOnly: true })
  for (const change of changes) await make(admin, change, { validateOnly: false })
  await pRetry(() => isAsWanted(admin, wanted), { retries: 100, minTimeout: 100, factor: 1 })
}

interface How {
  readonly validateOnly: boolean
}

const make = async (admin: Admin, change: Change, { validateOnly }: How): Promise<unknown> => {
  switch (change.kind) {
    case 'create-topic':
      return create(admin, change.topic, { validateOnly })
    case 'add-partitions':
      return admin.createPartitions({ validateOnly, topicPartitions: [{ topic: change.topic, count: change.to }] })
    case 'configure-topic':
      return configure(admin, change.topic, { validateOnly })
    // Rights that can be written down can be kept: there is nothing to ask before.
    case 'grant':
      return validateOnly || grant(admin, change.right)
    case 'revoke':
      return validateOnly || revoke(admin, change.right)
  }
}

const create = (admin: Admin, { name, partitions, replication, configs }: Topic, { validateOnly }: How): Promise<unknown> =>
  admin.createTopics({
    topics: [{ topic: name, numPartitions: partitions, replicationFactor: replication, configEntries: entriesOf(configs) }],
    validateOnly,
    // The driver waits for leaders in a way that fails while a broker does not know the topic yet; we wait at the end.
    waitForLeaders: false,
  })

/** Sets all that is wanted, not the changes alone: what is not named goes back to the brokers' own value. */
const configure = (admin: Admin, { name, configs }: Topic, { validateOnly }: How): Promise<unknown> =>
  admin.alterConfigs({ validateOnly, resources: [{ type: ConfigResourceTypes.TOPIC, name, configEntries: entriesOf(configs) }] })

const entriesOf = (configs: Topic['configs']) => Object.entries(configs).map(([name, value]) => ({ name, value }))

/** Brokers tell of a change a moment after they have taken it. */
const isAsWanted = async (admin: Admin, wanted: Wanted): Promise<void> => {
  const { changes } = differenceBetween(wanted, await presentIn(admin, wanted))
  if (changes.length > 0) throw new Error(`the cluster took ${changes.length} changes and does not show them: look at its brokers' logs`)
}
