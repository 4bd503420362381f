import type { Topic } from '@concord/published-log'

/** As `infra/kafka/topics.yaml` declares it. */
export const topicName = (topic: Topic): string => `concord.${topic}.v1`

/** Names of topics and groups on a broker. */
export interface Names {
  readonly topic: (topic: Topic) => string
  readonly topicNamed: (name: string) => Topic
  readonly group: (group: string) => string
}

/** @param prefix before all names, where several logs share a broker */
export const namesWith = (prefix: string): Names => ({
  topic: (topic) => `${prefix}${topicName(topic)}`,
  topicNamed: (name) => name.slice(prefix.length + 'concord.'.length, -'.v1'.length) as Topic,
  group: (group) => `${prefix}concord-${group}`,
})
