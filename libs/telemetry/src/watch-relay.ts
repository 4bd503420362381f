import { SpanKind } from '@opentelemetry/api'
import type { ContextName } from '@concord/contracts'
import type { PublishedLog } from '@concord/published-log'
import { inSpan, startBatchSpan } from './in-span.js'
import type { Telemetry } from './telemetry.js'

/** The same log; what is published on it is counted, and a batch is a span in the traces of the commands behind it. */
export const watchedLog = ({ metrics, tracer }: Telemetry, log: PublishedLog): PublishedLog => ({
  publish: async (topic, events, sourceRead) => {
    const attributes = {
      'messaging.operation.name': 'publish',
      'messaging.operation.type': 'send',
      'messaging.destination.name': topic,
      'messaging.batch.message_count': events.length,
    }
    const publish = () => log.publish(topic, events, sourceRead)
    const span = startBatchSpan(tracer, `publish ${topic}`, events, { kind: SpanKind.PRODUCER, attributes })
    await (span ? inSpan(span, publish) : publish())
    metrics.published.inc({ context: topic }, events.length)
  },
  follow: (topics, follower, signal) => log.follow(topics, follower, signal),
  read: (topic, event) => log.read(topic, event),
  places: (topics) => log.places(topics),
  placeOf: (topic, person) => log.placeOf(topic, person),
  ahead: (place, after) => log.ahead(place, after),
})

/** What a relay has still to publish. */
export interface Backlog {
  /** Where counting has an end, at least so many. */
  readonly events: number
  /** When the first of them was recorded; nothing when there are none. */
  readonly since: Date | undefined
}

/** Shows how far a context's relay is behind its store. */
export const watchRelay = ({ metrics, reads }: Telemetry, context: ContextName, backlog: () => Promise<Backlog>): void =>
  reads({
    name: `relay ${context}`,
    look: async () => {
      const { events, since } = await backlog()
      const seconds = since ? Math.max(0, Date.now() - since.getTime()) / 1_000 : 0
      return [
        { gauge: metrics.relayLagEvents, labels: { context }, value: events },
        { gauge: metrics.relayLagSeconds, labels: { context }, value: seconds },
      ]
    },
  })
