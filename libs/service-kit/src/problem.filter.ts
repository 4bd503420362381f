import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { problemOf } from './edge-problems.js'
import type { ProblemDetails } from './problem.js'

/** The one place where an error becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http')

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    const problem = problemOf(error)
    const requestId = http.getRequest<FastifyRequest>().id
    if (problem.status >= 500) this.logger.error(`request ${requestId}: ${error instanceof Error ? error.stack : String(error)}`)
    const { status, slug, sentence, errors } = problem
    const details: ProblemDetails = { type: `/problems/${slug}`, status, slug, title: sentence.en, titleZh: sentence.zh, requestId }
    const reply = http.getResponse<FastifyReply>()
    if (reply.sent) return
    void reply
      .status(status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(errors ? { ...details, errors } : details)
  }
}
