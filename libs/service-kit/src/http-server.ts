import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import type { FastifyError, FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify'
import { type Telemetry, watchRequests } from '@concord/telemetry'
import { problemOf } from './edge-problems.js'
import { detailsOf, problemContent } from './problem.js'

const megabyte = 1024 * 1024

/**
 * The HTTP server that all applications use: a request id that we choose, a bounded body, and problem details also for what never
 * reaches an application. Whoever watches has their telemetry here and in the edge.
 */
export const httpServer = (telemetry?: Telemetry): FastifyAdapter => {
  const server = new FastifyAdapter({
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: megabyte,
    // An address that cannot be read; the router's own words would repeat it.
    frameworkErrors: (error: FastifyError, { id }: FastifyRequest, reply: FastifyReply) => {
      const problem = problemOf(error)
      void reply.status(problem.status).header('content-type', problemContent).send(detailsOf(problem, id))
    },
    // Bytes that are no request at all: there is a socket, but nothing that could answer.
    clientErrorHandler: (error, socket) => {
      if (socket.writable && error.code !== 'ECONNRESET') socket.write(lastWords(error))
      socket.destroy()
    },
  })
  if (telemetry) watchRequests(telemetry, server.getInstance())
  server.getInstance().addHook('onRequest', sayHowToTreatIt)
  return server
}

/** Answers tell of persons: nobody on the way keeps one. Its request id stands on the trail. */
const sayHowToTreatIt = ({ id }: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction): void => {
  void reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-request-id': id })
  done()
}

const statusOf: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }

const lastWords = ({ code }: NodeJS.ErrnoException): string => {
  const problem = problemOf({ statusCode: statusOf[code ?? ''] ?? 400 })
  const body = JSON.stringify(detailsOf(problem, randomUUID()))
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    `content-type: ${problemContent}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n')
}
