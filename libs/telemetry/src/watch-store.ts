import { SpanKind } from '@opentelemetry/api'
import type { ContextName } from '@concord/contracts'
import type { EventStore, NewEvent, Position } from '@concord/event-store'
import { inSpan } from './in-span.js'
import type { Telemetry } from './telemetry.js'
import { within } from './traceparent.js'

/** The same store; what it records is counted, and is a span in the trace of the command that caused it. */
export const watchedStore = ({ metrics, tracer }: Telemetry, context: ContextName, store: EventStore): EventStore => {
  const traced = async (events: readonly NewEvent[], append: () => Promise<Position>): Promise<Position> => {
    const trace = events[0]?.cause.trace
    if (trace === undefined) return append()
    // A stream is named after a person: it stays out of the span.
    const attributes = { 'concord.context': context, 'concord.events': events.length }
    const span = tracer.startSpan(`append ${context}`, { kind: SpanKind.CLIENT, attributes }, within(trace))
    return inSpan(span, async () => {
      const position = await append()
      span.setAttribute('concord.position', position.toString())
      return position
    })
  }
  return {
    read: (stream) => store.read(stream),
    append: async (stream, expected, events) => {
      const position = await traced(events, () => store.append(stream, expected, events))
      for (const { type } of events) metrics.appended.inc({ context, type })
      return position
    },
    subscribe: (after, signal) => store.subscribe(after, signal),
  }
}
