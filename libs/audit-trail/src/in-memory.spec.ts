import { auditTrailContract, inMemoryAuditTrail } from '@concord/audit-trail/testing'

auditTrailContract('memory', async () => inMemoryAuditTrail())
