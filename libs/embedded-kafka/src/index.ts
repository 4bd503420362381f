export { BrokerFault, type BrokerFaultKind } from './broker-fault.js'
export { kafkaMissing, resetKafka, startKafka, type Kafka, type KafkaOptions } from './start-kafka.js'
