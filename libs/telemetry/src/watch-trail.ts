import type { OnGroup } from '@concord/audit-trail'
import type { Telemetry } from './telemetry.js'

/** Hears of every group of records that the audit trail writes. */
export const watchTrail =
  ({ metrics }: Telemetry): OnGroup =>
  ({ entries, seconds, durable }) => {
    if (!durable) return metrics.auditFailures.inc()
    for (const { kind } of entries) metrics.auditRecords.inc({ kind })
    metrics.auditGroupRecords.observe(entries.length)
    metrics.auditGroupSeconds.observe(seconds)
  }
