import { ProxyTracerProvider, type Tracer } from '@opentelemetry/api'
import type { Sampler, SpanExporter } from '@opentelemetry/sdk-trace'

/** Where spans go. */
export interface Tracing {
  readonly tracer: Tracer
  /** Sends what is left. */
  readonly close: () => Promise<void>
}

const scope = 'concord'
const patienceMilliseconds = 3_000

/** Nothing is recorded, and nothing of the SDK is loaded. */
export const noTracing: Tracing = { tracer: new ProxyTracerProvider().getTracer(scope), close: () => Promise.resolve() }

/** OpenTelemetry's own variables: on where an endpoint is named, unless it is switched off. */
const isAskedFor = ({ env }: NodeJS.Process): boolean =>
  Boolean(env['OTEL_EXPORTER_OTLP_ENDPOINT'] ?? env['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT']) &&
  env['OTEL_SDK_DISABLED'] !== 'true' &&
  env['OTEL_TRACES_EXPORTER'] !== 'none'

/**
 * Traces over OTLP (HTTP, JSON) when the environment asks for them. No globals: two applications in one process keep apart.
 * @param sent hears how many spans reached the collector, or did not
 */
export const tracingFor = async (service: string, sent: (spans: number, arrived: boolean) => void): Promise<Tracing> => {
  if (!isAskedFor(process)) return noTracing
  const [sdk, { OTLPTraceExporter }, resources] = await Promise.all([
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ])
  const { resourceAttributesEnvDetector, serviceInstanceIdDetector, serviceNameEnvDetector } = resources
  const detectors = [serviceInstanceIdDetector, resourceAttributesEnvDetector, serviceNameEnvDetector]
  const provider = new sdk.TracerProvider({
    resource: resources
      .defaultResource()
      .merge(resources.resourceFromAttributes({ 'service.name': service }))
      .merge(resources.detectResources({ detectors })),
    sampler: samplerFrom(sdk, process.env),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: counted(new OTLPTraceExporter(), sent) })],
  })
  return { tracer: provider.getTracer(scope), close: () => inTime(provider.shutdown()) }
}

/** What does not arrive must not be a riddle: it is counted. */
const counted = (exporter: SpanExporter, sent: (spans: number, arrived: boolean) => void): SpanExporter => ({
  export: (spans, done) =>
    exporter.export(spans, (result) => {
      sent(spans.length, result.error === undefined)
      done(result)
    }),
  shutdown: () => exporter.shutdown(),
})

/** A collector that is away keeps nobody from stopping. */
const inTime = async (work: Promise<void>): Promise<void> => {
  const { promise: late, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, patienceMilliseconds)
  await Promise.race([work.catch(() => {}), late])
  clearTimeout(timer)
}

type Sdk = typeof import('@opentelemetry/sdk-trace')

/** OTEL_TRACES_SAMPLER by its specified names. What is unknown or not said goes by the caller, and records what nobody has decided on. */
const samplerFrom = (sdk: Sdk, env: NodeJS.ProcessEnv): Sampler => {
  const ratio = Number(env['OTEL_TRACES_SAMPLER_ARG'] ?? 1)
  const always = new sdk.AlwaysOnSampler()
  const never = new sdk.AlwaysOffSampler()
  const some = new sdk.TraceIdRatioBasedSampler(Number.isNaN(ratio) ? 1 : ratio)
  const byCaller = (root: Sampler): Sampler => new sdk.ParentBasedSampler({ root })
  switch (env['OTEL_TRACES_SAMPLER']) {
    case 'always_on':
      return always
    case 'always_off':
      return never
    case 'traceidratio':
      return some
    case 'parentbased_always_off':
      return byCaller(never)
    case 'parentbased_traceidratio':
      return byCaller(some)
    default:
      return byCaller(always)
  }
}
