export { auditEntry, auditTrailContract } from './audit-trail.contract.js'
export { inMemoryAuditTrail } from './in-memory-audit-trail.js'
