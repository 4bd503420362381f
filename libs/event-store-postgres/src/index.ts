export { backlogAfter } from './backlog.js'
export { headPosition } from './head-position.js'
export { postgresEventStore, type PostgresEventStoreSettings } from './postgres-event-store.js'
