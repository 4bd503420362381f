import type { Tracer } from '@opentelemetry/api'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { type Metrics, metricsIn } from './metrics.js'
import { type Reading, readingsFor } from './readings.js'
import { noTracing, type Tracing, tracingFor } from './tracing.js'

/** How one running application is watched: its metrics, and its spans when somebody collects them. Each has its own. */
export interface Telemetry {
  readonly metrics: Metrics
  readonly tracer: Tracer
  /** Values that are looked up only when somebody scrapes. */
  readonly reads: (reading: Reading) => void
  /** All metrics in the text format of Prometheus, not older than a second. Never fails because one of them does. */
  readonly scrape: () => Promise<string>
  /** Sends the spans that are left. */
  readonly close: () => Promise<void>
}

export const TELEMETRY = Symbol('TELEMETRY')

/**
 * The telemetry of a process: also its memory, garbage collection and event loop, and traces when OTEL_EXPORTER_OTLP_ENDPOINT names a
 * collector.
 * @param service what the collector calls it, such as `concord-health`; OTEL_SERVICE_NAME overrides it
 */
export const openTelemetry = async (service: string): Promise<Telemetry> => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const metrics = metricsIn(registry)
  const tracing = await tracingFor(service, (spans, arrived) => metrics.spans.inc({ result: arrived ? 'sent' : 'lost' }, spans))
  return telemetryOf(registry, metrics, tracing)
}

/** Of an application that nobody watches: its own metrics are counted, nothing is traced. */
export const quietTelemetry = (): Telemetry => {
  const registry = new Registry()
  return telemetryOf(registry, metricsIn(registry), noTracing)
}

const freshMilliseconds = 1_000

const telemetryOf = (registry: Registry, metrics: Metrics, { tracer, close }: Tracing): Telemetry => {
  const readings = readingsFor(metrics.scrapeErrors)
  let scraped: { readonly at: number; readonly text: Promise<string> } | undefined
  const scrape = async (): Promise<string> => {
    await readings.refresh()
    return registry.metrics()
  }
  return {
    metrics,
    tracer,
    reads: readings.add,
    // Whoever asks often asks for the same: looking costs the database something, and anybody may ask.
    scrape: () => {
      const now = performance.now()
      if (!scraped || now - scraped.at > freshMilliseconds) scraped = { at: now, text: scrape() }
      return scraped.text
    },
    close,
  }
}
