import kafkajs from 'kafkajs'

/** What of the driver exists when it runs and is used by adapters. Node finds few of a CommonJS package's exports by name. */
export const {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  AssignerProtocol,
  ConfigResourceTypes,
  ConfigSource,
  Partitioners,
  ResourcePatternTypes,
} = kafkajs
