import { createHash } from 'node:crypto'
import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { v5 as uuidFromName } from 'uuid'
import type { Caller } from '@concord/access'
import type { Cause } from '@concord/event-store'
import { Problem } from './problem.js'

type Request = FastifyRequest & { readonly caller?: Caller }

const keyNamespace = '6d3f0a52-6c2e-5c3f-8a55-0b6c2d0a7c11'

const keyRule = {
  zh: 'Idempotency-Key 应为 1 至 200 个可见 ASCII 字符。',
  en: 'An Idempotency-Key has 1 to 200 visible ASCII characters.',
}

/** Who asked for this command, and under which name it is known when it is repeated. */
export const causeOf = (request: Request): Cause => {
  const by = callerOf(request).client
  const key = request.headers['idempotency-key']?.toString()
  if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key)) throw new Problem(400, 'bad-idempotency-key', keyRule)
  return {
    // The key itself is not kept: it is the caller's word and could hold anything.
    commandId: key === undefined ? request.id : uuidFromName(`${by} ${key}`, keyNamespace),
    by,
    correlationId: request.id,
    digest: createHash('sha256')
      .update(`${request.method} ${request.url}\n${JSON.stringify(contentOf(request.body))}`)
      .digest('hex'),
  }
}

/**
 * What tells one command from another. The identity document is left out: a hash of it could be guessed back from what the event says
 * of the person, and it names the stream already, in which alone commands are compared.
 */
const contentOf = (body: unknown): unknown =>
  typeof body === 'object' && body !== null ? { ...body, document: undefined } : (body ?? null)

export const callerOf = (request: Request): Caller => {
  if (!request.caller) throw new TypeError('a route that needs its caller is not guarded')
  return request.caller
}

/** The cause of a command, for a controller's parameter. */
export const Asked = createParamDecorator((_: unknown, context: ExecutionContext) => causeOf(context.switchToHttp().getRequest<Request>()))

/** The system that asks, for a controller's parameter. */
export const AskedBy = createParamDecorator((_: unknown, context: ExecutionContext) =>
  callerOf(context.switchToHttp().getRequest<Request>()),
)

/** The request's own id, as it stands on the trail and in problem details. */
export const RequestId = createParamDecorator((_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<Request>().id)
