export { postgresEventStore, type PostgresEventStoreSettings } from './postgres-event-store.js'
