import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { problemOf } from './edge-problems.js'
import { detailsOf, problemContent } from './problem.js'

/** The one place where an error becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http')

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    const problem = problemOf(error)
    const requestId = http.getRequest<FastifyRequest>().id
    // That something is away is a line; that we are wrong is a story.
    if (problem.status === 503)
      this.logger.warn(`request ${requestId}: ${problem.slug}, ${error instanceof Error ? error.message : String(error)}`)
    else if (problem.status >= 500) this.logger.error(`request ${requestId}: ${error instanceof Error ? error.stack : String(error)}`)
    const reply = http.getResponse<FastifyReply>()
    if (reply.sent) return
    void reply.status(problem.status).header('content-type', problemContent).send(detailsOf(problem, requestId))
  }
}
