import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { openTelemetry, type Telemetry } from '@concord/telemetry'

/** As much of OTLP's JSON as is looked at. */
const link = z.object({ traceId: z.string(), spanId: z.string() })
const value = z.object({ stringValue: z.string().optional(), intValue: z.number().optional(), boolValue: z.boolean().optional() })
const attributes = z.array(z.object({ key: z.string(), value: value }))
const span = z.object({
  name: z.string(),
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  kind: z.int(),
  links: z.array(link).default([]),
  attributes,
  status: z.object({ code: z.int().optional(), message: z.string().optional() }),
})
const request = z.object({
  resourceSpans: z.array(z.object({ resource: z.object({ attributes }), scopeSpans: z.array(z.object({ spans: z.array(span) })) })),
})

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** A span as a collector gets it. */
export interface CollectedSpan extends Omit<z.infer<typeof span>, 'attributes'> {
  readonly attributes: Attributes
  /** Of the process that it comes from. */
  readonly resource: Attributes
}

/** Takes spans over HTTP, as any collector does. */
export interface Collector {
  /** What OTEL_EXPORTER_OTLP_ENDPOINT shall say. */
  readonly endpoint: string
  readonly spans: () => readonly CollectedSpan[]
  /** All that came, as it came. */
  readonly heard: () => string
  /** The telemetry of a process that is told of this collector by its environment. */
  readonly telemetryOf: (service: string) => Promise<Telemetry>
  readonly close: () => Promise<void>
}

/** @param answers with which status it answers */
export const startCollector = async (answers = 200): Promise<Collector> => {
  const bodies: string[] = []
  const take = async (incoming: IncomingMessage, answer: ServerResponse): Promise<void> => {
    bodies.push(await text(incoming))
    answer.writeHead(incoming.url === '/v1/traces' ? answers : 404, { 'content-type': 'application/json' }).end('{}')
  }
  const server = createServer((incoming, answer) => void take(incoming, answer)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new TypeError('a listening server has an address')
  const endpoint = `http://127.0.0.1:${address.port}`
  return {
    endpoint,
    spans: () => bodies.flatMap(spansIn),
    heard: () => bodies.join('\n'),
    telemetryOf: (service) => toldBy({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }, () => openTelemetry(service)),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Does work in an environment that says more than the one that the test runs in. */
export const toldBy = async <Result>(said: Readonly<Record<string, string>>, work: () => Promise<Result>): Promise<Result> => {
  const before = { ...process.env }
  Object.assign(process.env, said)
  try {
    return await work()
  } finally {
    for (const name of Object.keys(said)) {
      delete process.env[name]
      if (before[name] !== undefined) process.env[name] = before[name]
    }
  }
}

const spansIn = (body: string): readonly CollectedSpan[] =>
  request
    .parse(JSON.parse(body))
    .resourceSpans.flatMap(({ resource, scopeSpans }) =>
      scopeSpans.flatMap(({ spans }) =>
        spans.map((one) => ({ ...one, attributes: valuesOf(one.attributes), resource: valuesOf(resource.attributes) })),
      ),
    )

const valuesOf = (all: z.infer<typeof attributes>): Attributes =>
  Object.fromEntries(all.map(({ key, value }) => [key, value.stringValue ?? value.intValue ?? value.boolValue]))
