import { type Span, SpanKind, SpanStatusCode } from '@opentelemetry/api'
import type { FastifyInstance, FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify'
import type { Telemetry } from './telemetry.js'
import { traceparentOf, within } from './traceparent.js'

/** Requests that are under way and traced. */
const spans = new WeakMap<object, Span>()

/** The span of a request, while it is under way. */
export const spanOf = (request: object): Span | undefined => spans.get(request)

/** How whatever a request causes goes on with its trace; nothing when it is not recorded. */
export const traceOf = (request: object): string | undefined => traceparentOf(spans.get(request))

/** Measures every request by its route, and opens a span for it that goes on with the caller's trace. */
export const watchRequests = ({ metrics, tracer }: Telemetry, server: FastifyInstance): void => {
  server.addHook('onRequest', (request: FastifyRequest, { raw }: FastifyReply, done: HookHandlerDoneFunction) => {
    const began = performance.now()
    const asked = askedFor(request)
    const span = tracer.startSpan(`${asked.method} ${asked.route}`, { kind: SpanKind.SERVER }, within(callersTrace(request)))
    if (span.isRecording()) spans.set(request, span.setAttributes(attributesOf(request, asked)))
    // Not Fastify's own hook: this comes also when the caller has gone, and when something else than a route answers.
    raw.once('close', () => {
      const status = raw.writableFinished ? raw.statusCode : callerGone
      metrics.requests.observe({ ...asked, status }, (performance.now() - began) / 1_000)
      finish(span, status)
    })
    done()
  })
}

/** As proxies write down a caller that did not wait for its answer. */
const callerGone = 499

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Never the address itself: persons' ids stand in it, and whatever a caller writes. Colons are doubled in the router's own notation. */
const askedFor = ({ method, routeOptions }: FastifyRequest) => ({
  method: knownMethods.has(method) ? method : '_OTHER',
  route: routeOptions.url?.replaceAll('::', ':') ?? 'none',
})

const callersTrace = ({ headers }: FastifyRequest): string | undefined => headers['traceparent']?.toString()

const attributesOf = ({ id, protocol }: FastifyRequest, { method, route }: ReturnType<typeof askedFor>) => ({
  'http.request.method': method,
  'http.route': route,
  'url.scheme': protocol,
  // As it stands in the answer's header, in logs and on the trail.
  'concord.request.id': id,
})

const finish = (span: Span, status: number): void => {
  span.setAttribute('http.response.status_code', status)
  if (status >= 500) span.setAttribute('error.type', String(status)).setStatus({ code: SpanStatusCode.ERROR })
  span.end()
}
