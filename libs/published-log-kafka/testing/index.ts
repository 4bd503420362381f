export { kafkaLogUnderTest, type KafkaLogUnderTest } from './kafka-log.js'
