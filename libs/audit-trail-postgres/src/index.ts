export { migrateAuditTrail, postgresAuditTrail } from './postgres-audit-trail.js'
