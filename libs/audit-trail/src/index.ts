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
  type OnGroup,
  type WrittenGroup,
} from './audit-trail.js'
