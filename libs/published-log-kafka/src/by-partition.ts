import type { PartitionAssigner } from 'kafkajs'
import { AssignerProtocol } from '@concord/kafka'

const name = 'concord-by-partition'
const version = 0

/**
 * Gives a partition of all topics to one member, so that whatever is published about a person comes to the same process: a person
 * stands in the same partition of every topic.
 */
export const byPartition: PartitionAssigner = ({ cluster }) => ({
  name,
  version,
  assign: ({ members, topics }) => {
    const order = members.map(({ memberId }) => memberId).toSorted()
    return Promise.resolve(
      order.map((memberId, nth) => {
        const assignment = Object.fromEntries(
          topics.map((topic) => [
            topic,
            cluster
              .findTopicPartitionMetadata(topic)
              .map(({ partitionId }) => partitionId)
              .filter((partition) => partition % order.length === nth),
          ]),
        )
        return { memberId, memberAssignment: AssignerProtocol.MemberAssignment.encode({ version, assignment, userData: Buffer.alloc(0) }) }
      }),
    )
  },
  protocol: ({ topics }) => ({
    name,
    metadata: AssignerProtocol.MemberMetadata.encode({ version, topics, userData: Buffer.alloc(0) }),
  }),
})
