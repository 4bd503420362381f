import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { SpanStatusCode } from '@opentelemetry/api'
import { InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { inMemoryEventStore, type NewEvent } from '@concord/event-store'
import { inMemoryPublishedLog, type PublishedLog } from '@concord/published-log'
import { comaBegan, somebody } from '@concord/published-log/testing'
import { samplesIn, sumOf } from '@concord/telemetry/testing'
import { quietTelemetry, type Telemetry } from './telemetry.js'
import { watchedLog } from './watch-relay.js'
import { watchedStore } from './watch-store.js'

const traceOf = (nth: number): string => `00-${nth.toString(16).padStart(32, '0')}-${'a3'.repeat(8)}-01`

describe('a store that is watched', () => {
  const stream = `coma-${somebody()}` as const
  const events = (trace?: string): NewEvent[] => {
    const cause = { commandId: randomUUID(), by: 'clerk-1', correlationId: 'request-1', digest: 'digest', ...(trace && { trace }) }
    return [{ id: randomUUID(), type: 'ComaBegan', data: {}, cause }]
  }

  it('shows an append as a child of its command, and nothing of whom it is about', async () => {
    const store = watchedStore(telemetry, 'health', inMemoryEventStore())
    expect(await store.append(stream, 'no-stream', events(traceOf(7)))).toBe(1n)
    const [span, ...others] = spans()
    expect(others).toEqual([])
    expect(span).toMatchObject({
      name: 'append health',
      parentSpanContext: { traceId: traceOf(7).split('-')[1], spanId: 'a3'.repeat(8) },
      attributes: { 'concord.context': 'health', 'concord.events': 1, 'concord.position': '1' },
    })
    expect(JSON.stringify([span?.name, span?.attributes])).not.toContain(stream.slice('coma-'.length))
  })

  it('shows by name alone why it could not append, and counts nothing', async () => {
    const store = watchedStore(telemetry, 'health', inMemoryEventStore())
    await expect(store.append(stream, 5n, events(traceOf(7)))).rejects.toThrow('no longer at revision 5')
    expect(spans()).toMatchObject([
      { attributes: { 'error.type': 'RevisionConflict' }, status: { code: SpanStatusCode.ERROR }, events: [] },
    ])
    expect(spans()[0]?.status.message).toBeUndefined()
    expect(sumOf(samplesIn(await telemetry.scrape()), 'concord_events_appended_total')).toBe(0)
  })

  it('shows nothing of a command that nobody traces, and counts it', async () => {
    await watchedStore(telemetry, 'health', inMemoryEventStore()).append(stream, 'no-stream', events())
    expect(spans()).toEqual([])
    expect(sumOf(samplesIn(await telemetry.scrape()), 'concord_events_appended_total', { context: 'health', type: 'ComaBegan' })).toBe(1)
  })
})

describe('a log that is watched', () => {
  const traced = (count: number) => Array.from({ length: count }, (_, nth) => ({ ...comaBegan(BigInt(nth + 1)), trace: traceOf(nth + 1) }))

  it('shows a batch of one command as its child', async () => {
    const [event] = traced(1)
    if (event) await watchedLog(telemetry, inMemoryPublishedLog()).publish('health', [event, { ...event, position: 2n }], 2n)
    expect(spans()).toMatchObject([{ name: 'publish health', parentSpanContext: { traceId: traceOf(1).split('-')[1] }, links: [] }])
  })

  it('shows a batch of many commands as one span: child of the first, linked to others, as many as anybody follows', async () => {
    await watchedLog(telemetry, inMemoryPublishedLog()).publish('health', traced(500), 500n)
    const [span, ...others] = spans()
    expect(others).toEqual([])
    expect(span?.parentSpanContext?.traceId).toBe(traceOf(1).split('-')[1])
    expect(span?.links.map(({ context }) => context.traceId)).toEqual(
      Array.from({ length: 32 }, (_, nth) => traceOf(nth + 2).split('-')[1]),
    )
    expect(span?.attributes['messaging.batch.message_count']).toBe(500)
  })

  it('shows nothing of a batch that nobody traces, and counts it', async () => {
    const log = watchedLog(telemetry, inMemoryPublishedLog())
    await log.publish('health', [comaBegan(1n), comaBegan(2n)], 2n)
    await log.publish('health', [], 3n)
    expect(spans()).toEqual([])
    expect(sumOf(samplesIn(await telemetry.scrape()), 'concord_relay_published_events_total', { context: 'health' })).toBe(2)
  })

  it('shows a batch that the log does not take, and does not count it', async () => {
    const down: PublishedLog = { ...inMemoryPublishedLog(), publish: () => Promise.reject(new RangeError('of somebody')) }
    await expect(watchedLog(telemetry, down).publish('health', traced(1), 1n)).rejects.toThrow('of somebody')
    expect(spans()).toMatchObject([{ attributes: { 'error.type': 'RangeError' } }])
    expect(sumOf(samplesIn(await telemetry.scrape()), 'concord_relay_published_events_total')).toBe(0)
  })
})

let exporter: InMemorySpanExporter
let telemetry: Telemetry
beforeEach(() => {
  exporter = new InMemorySpanExporter()
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] })
  telemetry = { ...quietTelemetry(), tracer: provider.getTracer('spec') }
})
const spans = (): readonly ReadableSpan[] => exporter.getFinishedSpans()
