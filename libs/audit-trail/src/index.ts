export {
  AUDIT_TRAIL,
  auditEntry,
  disclosureKind,
  NotACursor,
  TrailUnavailable,
  type AuditEntry,
  type AuditPage,
  type AuditQuery,
  type AuditTrail,
} from './audit-trail.js'
