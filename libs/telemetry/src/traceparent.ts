import {
  type Context,
  isSpanContextValid,
  type Link,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  trace,
  TraceFlags,
} from '@opentelemetry/api'
import { traceparent } from '@concord/contracts'

/** More than these lead nowhere that anybody looks. */
const mostLinks = 32

/** Seventeen digits as an identity number begins: region, birth date, sequence. What a caller chooses as an id is kept in our records. */
const couldBeANumber = /\d{6}(18|19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}/

/** W3C traceparent as a span's own context; nothing when it is none, or when it could tell who somebody is. `tracestate` is never read. */
export const spanContextFrom = (text: string | undefined): SpanContext | undefined => {
  const { success } = traceparent.safeParse(text)
  if (!success || text === undefined || couldBeANumber.test(text)) return undefined
  const [, traceId = '', spanId = '', flags = ''] = text.split('-')
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & TraceFlags.SAMPLED, isRemote: true }
}

/** The parent for a span that goes on with a trace; a trace of its own begins where there is none. */
export const within = (text: string | undefined): Context => {
  const parent = spanContextFrom(text)
  return parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT
}

/** How others go on with a span's trace; nothing when nobody records it. */
export const traceparentOf = (span: Span | undefined): string | undefined => {
  if (!span?.isRecording()) return undefined
  const { traceId, spanId, traceFlags } = span.spanContext()
  const isSampled = (traceFlags & TraceFlags.SAMPLED) !== 0
  return isSampled && isSpanContextValid(span.spanContext()) ? `00-${traceId}-${spanId}-01` : undefined
}

/** Links to spans elsewhere: each once, and not more than anybody would follow. */
export const linksTo = (traces: Iterable<string | undefined>): Link[] => {
  const links: Link[] = []
  for (const text of new Set(traces)) {
    const context = spanContextFrom(text)
    if (context) links.push({ context })
    if (links.length === mostLinks) break
  }
  return links
}
