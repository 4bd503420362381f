import { type Context, type Span, type SpanOptions, SpanStatusCode, type Tracer } from '@opentelemetry/api'
import { linksTo, within } from './traceparent.js'

/** Does work within a span. An error shows by its name: its words may quote what it chokes on, and that may be anybody's. */
export const inSpan = async <Result>(span: Span, work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work()
  } catch (error) {
    span.setAttribute('error.type', error instanceof Error ? error.name : 'error').setStatus({ code: SpanStatusCode.ERROR })
    throw error
  } finally {
    span.end()
  }
}

/**
 * One span for a batch, however many traces are in it: it goes on with the first of them, so that it is recorded when they are, and links
 * to the others. Nothing when no event of the batch is traced.
 */
export const startBatchSpan = (
  tracer: Tracer,
  name: string,
  events: readonly { readonly trace?: string | undefined }[],
  options: SpanOptions,
): Span | undefined => {
  const [first, ...others] = new Set(events.flatMap(({ trace }) => trace ?? []))
  if (first === undefined) return undefined
  const parent: Context = within(first)
  return tracer.startSpan(name, { ...options, links: linksTo(others) }, parent)
}
