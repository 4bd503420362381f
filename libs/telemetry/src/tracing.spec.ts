import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startCollector, sumOf, samplesIn, toldBy, type Collector } from '@concord/telemetry/testing'
import { openTelemetry, quietTelemetry, type Telemetry } from './telemetry.js'
import { within } from './traceparent.js'

describe('tracing', () => {
  it('is off where no collector is named: nothing is recorded', async () => {
    for (const telemetry of [quietTelemetry(), await openTelemetry('spec')])
      expect(telemetry.tracer.startSpan('anything').isRecording()).toBe(false)
  })

  it.each([{ OTEL_SDK_DISABLED: 'true' }, { OTEL_TRACES_EXPORTER: 'none' }])('is off where it is switched off: %j', (off) =>
    toldBy(off, async () => expect((await collector.telemetryOf('spec')).tracer.startSpan('anything').isRecording()).toBe(false)),
  )

  it('names the process as its environment does, or as it names itself', async () => {
    await sends(await collector.telemetryOf('concord-health'), 'one')
    await toldBy({ OTEL_SERVICE_NAME: 'renamed', OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=spec' }, async () =>
      sends(await collector.telemetryOf('concord-health'), 'other'),
    )
    expect(spanNamed('one')?.resource).toMatchObject({ 'service.name': 'concord-health', 'service.instance.id': expect.any(String) })
    expect(spanNamed('other')?.resource).toMatchObject({ 'service.name': 'renamed', 'deployment.environment.name': 'spec' })
  })

  const sampled = `00-${'4b'.repeat(16)}-${'a3'.repeat(8)}-01`
  const unsampled = `${sampled.slice(0, -2)}00`
  it.each([
    [undefined, { alone: true, sampled: true, unsampled: false }],
    ['parentbased_always_on', { alone: true, sampled: true, unsampled: false }],
    ['unheard_of', { alone: true, sampled: true, unsampled: false }],
    ['parentbased_always_off', { alone: false, sampled: true, unsampled: false }],
    ['parentbased_traceidratio', { alone: false, sampled: true, unsampled: false }],
    ['traceidratio', { alone: false, sampled: false, unsampled: false }],
    ['always_on', { alone: true, sampled: true, unsampled: true }],
    ['always_off', { alone: false, sampled: false, unsampled: false }],
  ])('samples as OTEL_TRACES_SAMPLER=%s says', (named, records) =>
    toldBy({ ...(named && { OTEL_TRACES_SAMPLER: named }), OTEL_TRACES_SAMPLER_ARG: '0' }, async () => {
      const { tracer, close } = await collector.telemetryOf('spec')
      const isRecorded = (trace?: string) => tracer.startSpan('sampling', {}, within(trace)).isRecording()
      expect({ alone: isRecorded(), sampled: isRecorded(sampled), unsampled: isRecorded(unsampled) }).toEqual(records)
      await close()
    }),
  )

  it('keeps nobody from stopping when its collector is away', async () => {
    const away = await startCollector()
    const telemetry = await toldBy({ OTEL_EXPORTER_OTLP_TIMEOUT: '4500' }, () => away.telemetryOf('spec'))
    await away.close()
    const began = performance.now()
    await sends(telemetry, 'lost')
    expect(performance.now() - began).toBeLessThan(4_000)
  })

  it('counts what its collector does not take', async () => {
    const refusing = await startCollector(400)
    const telemetry = await refusing.telemetryOf('spec')
    await sends(telemetry, 'refused')
    await refusing.close()
    const samples = samplesIn(await telemetry.scrape())
    expect(sumOf(samples, 'concord_trace_spans_total', { result: 'lost' })).toBe(1)
    expect(sumOf(samples, 'concord_trace_spans_total', { result: 'sent' })).toBe(0)
  })

  const sends = async ({ tracer, close }: Telemetry, name: string): Promise<void> => {
    tracer.startSpan(name).end()
    await close()
  }
  const spanNamed = (name: string) => collector.spans().find((span) => span.name === name)

  let collector: Collector
  beforeAll(async () => {
    collector = await startCollector()
  })
  afterAll(() => collector.close())
})
