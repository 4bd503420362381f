import type { Topic } from '@concord/published-log'

/** As `infra/kafka/topics.yaml` declares them. */
export const topicName = (topic: Topic): string => `concord.${topic}.v1`

export const topicNamed = (name: string): Topic => name.slice('concord.'.length, -'.v1'.length) as Topic
