export { administer } from './administer.js'
export {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  AssignerProtocol,
  ConfigResourceTypes,
  ConfigSource,
  Partitioners,
  ResourcePatternTypes,
} from './driver.js'
export { faultIn } from './faults-of-driver.js'
export { KafkaFault, type KafkaFaultKind } from './kafka-fault.js'
export { isBroker, kafkaSettingsFrom, type KafkaSettings, type Sasl } from './kafka-settings.js'
export { openKafka } from './open-kafka.js'
