import { join } from 'node:path'
import { applyTopics } from '../../apps/platform/src/topics-apply/apply-topics.js'
import { root } from '../docs/pages.js'

/** The topics as production has them, on a broker of one's own. */
export const makeTopics = async (brokers: string): Promise<void> => {
  const options = { brokers: undefined, replication: 1, file: join(root, 'infra/kafka/topics.yaml'), dryRun: false, yes: true }
  await applyTopics(options, { brokers: [brokers] }, { say: () => {}, agrees: () => Promise.resolve(true) })
}
