export { postgresPublishedLog, type PostgresPublishedLogSettings } from './postgres-published-log.js'
export { postgresRelayCheckpoint } from './relay-checkpoint.js'
