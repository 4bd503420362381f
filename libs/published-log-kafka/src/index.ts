export { kafkaPublishedLog, type KafkaPublishedLog, type KafkaPublishedLogSettings } from './kafka-published-log.js'
export { topicName } from './topic-names.js'
