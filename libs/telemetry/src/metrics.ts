import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

/** Seconds. */
const durations = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const sizes = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000]

/**
 * What is counted and measured. Labels take values that the code knows: routes as patterns, contexts, names of commands, events, refusals.
 * Never a person, an address as it was asked for, or a caller's word. docs/how-to/watch-it.md says what each means.
 */
export const metricsIn = (registry: Registry) => ({ ...edgeMetricsIn(registry), ...trailMetricsIn(registry), ...flowMetricsIn(registry) })
export type Metrics = ReturnType<typeof metricsIn>

const makersIn = (registry: Registry) => {
  const registers = [registry]
  return {
    counter: <Label extends string = never>(name: string, help: string, ...labelNames: Label[]) =>
      new Counter({ name, help, labelNames, registers }),
    /** Without a value until somebody looked it up: zero would be a statement. */
    gauge: <Label extends string = never>(name: string, help: string, ...labelNames: Label[]) => {
      const gauge = new Gauge({ name, help, labelNames, registers })
      if (labelNames.length === 0) gauge.remove()
      return gauge
    },
    histogram: <Label extends string = never>(name: string, help: string, buckets: number[], ...labelNames: Label[]) =>
      new Histogram({ name, help, buckets, labelNames, registers }),
  }
}

const edgeMetricsIn = (registry: Registry) => {
  const { counter, histogram } = makersIn(registry)
  return {
    requests: histogram('concord_http_request_duration_seconds', 'Requests answered', durations, 'method', 'route', 'status'),
    commands: counter('concord_commands_total', 'Commands that were decided', 'context', 'command', 'result'),
    spans: counter('concord_trace_spans_total', 'Spans sent to the collector, or lost on the way', 'result'),
    scrapeErrors: counter('concord_scrape_errors_total', 'Gauges that could not be looked up for a scrape', 'reading'),
  }
}

const trailMetricsIn = (registry: Registry) => {
  const { counter, histogram } = makersIn(registry)
  return {
    auditRecords: counter('concord_audit_records_total', 'Records made durable on the audit trail', 'kind'),
    auditFailures: counter('concord_audit_group_failures_total', 'Groups of audit records that could not be made durable'),
    auditGroupRecords: histogram('concord_audit_group_records', 'Audit records written together', sizes),
    auditGroupSeconds: histogram('concord_audit_group_duration_seconds', 'Time that a group of audit records took', durations),
  }
}

const flowMetricsIn = (registry: Registry) => {
  const { counter, gauge } = makersIn(registry)
  const place = ['projection', 'topic', 'partition'] as const
  return {
    appended: counter('concord_events_appended_total', 'Events recorded for commands', 'context', 'type'),
    published: counter('concord_relay_published_events_total', 'Events put on the published log', 'context'),
    relayLagEvents: gauge('concord_relay_lag_events', 'Events of the store that the relay has not passed', 'context'),
    relayLagSeconds: gauge('concord_relay_lag_seconds', 'Age of the oldest event that the relay has not passed', 'context'),
    projected: counter('concord_projector_events_total', 'Events of the log applied, or parked', ...place),
    projectorLagEvents: gauge('concord_projector_lag_events', 'Entries of the log that are not applied', ...place),
    projectorLagSeconds: gauge('concord_projector_lag_seconds', 'How long the projector has been behind, at most', ...place),
    parkedPersons: gauge('concord_projector_parked_persons', 'Persons whose events wait for an operator', 'projection', 'topic'),
    oldestTransaction: gauge('concord_oldest_transaction_age_seconds', 'Age of the oldest open transaction that has written'),
  }
}
