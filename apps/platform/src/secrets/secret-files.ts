import { type ContextName, contextName } from '@concord/contracts'
import { schemaOf } from '@concord/service-host'

/** An address of a database, with the role that uses it. */
interface PostgresAddress {
  readonly file: string
  readonly role: string
  readonly database: string
}

/** PostgreSQL's name of a service: its database, and the role of its process. */
const nameOf = (service: ContextName | 'registry' | 'audit'): string => schemaOf(service as ContextName)

const contexts = contextName.options

/** A service's process uses its store; whoever migrates it owns it. The registry owns what it folds. */
export const postgresAddresses: readonly PostgresAddress[] = [
  ...[...contexts, 'registry' as const, 'audit' as const].map((service) => ({
    file: `${service}-postgres-url`,
    role: nameOf(service),
    database: nameOf(service),
  })),
  ...[...contexts, 'audit' as const].map((service) => ({
    file: `${service}-owner-postgres-url`,
    role: `${nameOf(service)}_owner`,
    database: nameOf(service),
  })),
  { file: 'registry-audit-postgres-url', role: 'registry_trail', database: nameOf('audit') },
]

/** Who comes to Kafka: each by a name and a password of its own. */
export const kafkaUsers = [...contexts, 'registry', 'topics'] as const

export const kafkaPasswordFile = (user: string): string => `${user}-kafka-password`
export const signingKeysSecret = (context: ContextName): string => `${context}-signing-keys`
export const personKeySecret = 'person-key'
export const superuserFile = 'postgres-superuser-password'
/** Made anew each time from the addresses and passwords. */
export const rolesFile = 'postgres-roles.sql'
export const kafkaUsersFile = 'kafka-users'
