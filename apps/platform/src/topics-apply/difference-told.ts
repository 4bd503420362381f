import type { Change, Difference, Refusal, Right, Setting } from '@concord/kafka-topics'

/** What would be done, a line each. */
export const changesTold = ({ changes }: Difference): string => changes.flatMap(changeTold).join('\n')

/** What is not done, and what to do instead, a line each. */
export const refusalsTold = ({ refusals }: Difference): string => refusals.map(refusalTold).join('\n')

const changeTold = (change: Change): string[] => {
  switch (change.kind) {
    case 'create-topic': {
      const { name, partitions, replication, configs } = change.topic
      const set = Object.entries(configs).map(([config, value]) => `${config}=${value}`)
      return [`  + topic ${name}: ${partitions} partitions, replication ${replication}, ${set.join(', ')}`]
    }
    case 'add-partitions':
      return [`  ~ topic ${change.topic}: partitions ${change.from} → ${change.to}`]
    case 'configure-topic':
      return change.settings.map((setting) => `  ~ topic ${change.topic.name}: ${settingTold(setting)}`)
    case 'grant':
      return [`  + ${rightTold(change.right)}`]
    case 'revoke':
      return [`  - ${rightTold(change.right)}`]
  }
}

const settingTold = ({ name, from = "the brokers' own", to = "the brokers' own" }: Setting): string => `${name} ${from} → ${to}`

const rightTold = ({ principal, host, permission, operation, resource, pattern, name }: Right): string => {
  const named = pattern === 'PREFIXED' ? `${name}*` : name
  const from = host === '*' ? '' : ` from ${host}`
  return `${principal}${from} ${permission === 'ALLOW' ? 'may' : 'may not'} ${operation} ${resource.toLowerCase()} ${named}`
}

const refusalTold = ({ reason, topic, from, to }: Refusal): string => {
  switch (reason) {
    case 'fewer-partitions':
      return `  ! topic ${topic} has ${from} partitions, and Kafka takes none away: write ${from} into the file, or begin a new topic.`
    case 'would-move-persons':
      return `  ! topic ${topic} has ${from} partitions and holds events: with ${to}, persons would move to other partitions. Write ${from} into the file.`
    case 'other-replication':
      return `  ! topic ${topic} has replication ${from}, not ${to}: move it with Kafka's kafka-reassign-partitions, or say --replication ${from}.`
    case 'too-few-brokers':
      return `  ! topic ${topic} needs ${to} brokers, and there are ${from}: start more, or say --replication ${from}.`
  }
}
