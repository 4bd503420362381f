import { createParamDecorator, type ExecutionContext, Inject, Injectable, type PipeTransform } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import type { Caller } from '@concord/access'
import type { Cause } from '@concord/event-store'
import { PERSON_IDS, type PersonIds } from '@concord/identity'
import { spanOf, traceOf } from '@concord/telemetry'
import { Problem } from './problem.js'

type Request = FastifyRequest & { readonly caller?: Caller }

const keyRule = {
  zh: 'Idempotency-Key 应为 1 至 200 个可见 ASCII 字符。',
  en: 'An Idempotency-Key has 1 to 200 visible ASCII characters.',
}

/**
 * Who asked for this command, and under which name it is known when it is repeated. Keys and bodies are kept as keyed digests only:
 * either may hold an identity number, and a plain hash of one is found by trying.
 */
@Injectable()
class CausePipe implements PipeTransform<Request, Cause> {
  constructor(@Inject(PERSON_IDS) private readonly personIds: PersonIds) {}

  transform(request: Request): Cause {
    const { digestOf } = this.personIds
    const by = callerOf(request).client
    const key = request.headers['idempotency-key']?.toString()
    if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key)) throw new Problem(400, 'bad-idempotency-key', keyRule)
    const trace = traceOf(request)
    return {
      commandId: key === undefined ? request.id : digestOf(`key ${by} ${key}`).slice(0, 32),
      by,
      correlationId: request.id,
      digest: digestOf(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`),
      ...(trace !== undefined && { trace }),
    }
  }
}

export const callerOf = (request: Request): Caller => {
  if (!request.caller) throw new TypeError('a route that needs its caller is not guarded')
  return request.caller
}

const RequestItself = createParamDecorator((_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<Request>())

/** The cause of a command, for a controller's parameter. */
export const Asked = (): ParameterDecorator => RequestItself(CausePipe)

/** The system that asks, for a controller's parameter. */
export const AskedBy = createParamDecorator((_: unknown, context: ExecutionContext) =>
  callerOf(context.switchToHttp().getRequest<Request>()),
)

/** The request's own id, as it stands on the trail and in problem details. */
export const RequestId = createParamDecorator((_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<Request>().id)

/** The request's span, when it is traced. */
export const RequestSpan = createParamDecorator((_: unknown, context: ExecutionContext) =>
  spanOf(context.switchToHttp().getRequest<Request>()),
)
