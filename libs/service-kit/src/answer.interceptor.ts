import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { map, type Observable } from 'rxjs'
import { z } from 'zod'
import { type Context, CONTEXT } from './context.js'
import { Problem } from './problem.js'

/** The answer to a command that was accepted. */
export const acceptedAnswer = z
  .object({
    accepted: z.literal(true),
    position: z.string().regex(/^\d+$/).nullable().describe('A lookup can wait for it: `after: {"<context>": "<position>"}`'),
  })
  .meta({ id: 'Accepted' })

interface Handled {
  readonly accepted: boolean
  readonly refusal?: string
  readonly position?: bigint
}

const isHandled = (value: unknown): value is Handled =>
  typeof value === 'object' && value !== null && 'accepted' in value && typeof value.accepted === 'boolean'

/** A refusal is a value inside and problem details outside; a position is a bigint inside and a decimal string outside. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const context = this.reflector.get<Context | undefined>(CONTEXT, execution.getClass())
    return next.handle().pipe(map((answer: unknown) => (context && isHandled(answer) ? tell(answer, context) : answer)))
  }
}

const tell = ({ accepted, refusal, position, ...rest }: Handled, { name, refusals }: Context): unknown => {
  if (accepted) return { accepted, ...rest, position: position?.toString() ?? null }
  const sentence = refusal === undefined ? undefined : refusals[refusal]
  if (!refusal || !sentence) throw new TypeError(`${name} has no sentence for its refusal "${refusal}"`)
  throw new Problem(409, refusal, sentence)
}
