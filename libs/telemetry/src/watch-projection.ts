import { SpanKind } from '@opentelemetry/api'
import { UnreadableEvent } from '@concord/contracts'
import { type AppliedPage, parkedByTopic, type PlaceProgress, type Projection, progressOf } from '@concord/projections'
import { startBatchSpan } from './in-span.js'
import type { Value } from './readings.js'
import type { Telemetry } from './telemetry.js'

/**
 * The same projection; what it applies is counted, a page is a span in the traces of the commands behind it, and a scrape shows how far
 * it is behind and who waits for an operator.
 */
export const watchedProjection = (telemetry: Telemetry, projection: Projection): Projection => {
  const { metrics, reads } = telemetry
  const behindSince = delays()
  reads({
    name: `projector ${projection.name}`,
    look: async () => (await progressOf(projection)).flatMap((place) => lagOf(telemetry, projection, place, behindSince(place))),
  })
  reads({
    name: `parked ${projection.name}`,
    look: async () => {
      const parked = await parkedByTopic(projection)
      const labels = (topic: string) => ({ projection: projection.name, topic })
      return projection.topics.map((topic) => ({ gauge: metrics.parkedPersons, labels: labels(topic), value: parked.get(topic) ?? 0 }))
    },
  })
  return { ...projection, onApplied: (page) => applied(telemetry, projection, page) }
}

const applied = ({ metrics, tracer }: Telemetry, { name }: Projection, { topic, partition, events, began }: AppliedPage): void => {
  metrics.projected.inc({ projection: name, topic, partition }, events.length)
  const readable = events.flatMap((event) => (event instanceof UnreadableEvent ? [] : [event]))
  const attributes = {
    'messaging.operation.name': 'apply',
    'messaging.operation.type': 'process',
    'messaging.destination.name': topic,
    'messaging.destination.partition.id': String(partition),
    'messaging.batch.message_count': events.length,
    'concord.projection': name,
  }
  startBatchSpan(tracer, `apply ${topic}`, readable, { kind: SpanKind.CONSUMER, startTime: began, attributes })?.end()
}

const lagOf = (
  { metrics }: Telemetry,
  { name }: Projection,
  { topic, partition, lag }: PlaceProgress,
  since: number | undefined,
): readonly Value[] => {
  const labels = { projection: name, topic, partition }
  const seconds = since === undefined ? 0 : Math.max(0, Date.now() - since) / 1_000
  return [
    { gauge: metrics.projectorLagEvents, labels, value: lag },
    { gauge: metrics.projectorLagSeconds, labels, value: seconds },
  ]
}

/**
 * Since when a place is behind, at the earliest. What waits came after the last event that was applied, and after the last look that found
 * nothing waiting: the later of the two. A topic that was quiet for days is not days behind the moment something comes.
 */
const delays = () => {
  const caughtUp = new Map<string, number>()
  const firstLook = Date.now()
  return ({ topic, partition, lag, recordedAt }: PlaceProgress): number | undefined => {
    const place = `${topic} ${partition}`
    if (lag === 0) {
      caughtUp.set(place, Date.now())
      return undefined
    }
    const known = [recordedAt?.getTime(), caughtUp.get(place)].filter((time) => time !== undefined)
    return known.length > 0 ? Math.max(...known) : firstLook
  }
}
