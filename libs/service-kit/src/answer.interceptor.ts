import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { map, type Observable } from 'rxjs'
import { z } from 'zod'
import { TELEMETRY, type Telemetry, watchCommand } from '@concord/telemetry'
import type { Decided } from './change.js'
import { type Context, CONTEXT } from './context.js'
import { Problem } from './problem.js'

/** The answer to a command that was accepted. */
export const acceptedAnswer = z
  .object({
    accepted: z.literal(true),
    position: z.string().regex(/^\d+$/).nullable().describe('A lookup can wait for it: `after: {"<context>": "<position>"}`'),
  })
  .meta({ id: 'Accepted' })

interface Handled extends Partial<Decided> {
  readonly accepted: boolean
  readonly refusal?: string
  readonly position?: bigint
}

const isHandled = (value: unknown): value is Handled =>
  typeof value === 'object' && value !== null && 'accepted' in value && typeof value.accepted === 'boolean'

/** A refusal is a value inside and problem details outside; a position is a bigint inside and a decimal string outside. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @Inject(TELEMETRY) private readonly telemetry: Telemetry,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const context = this.reflector.get<Context | undefined>(CONTEXT, execution.getClass())
    const request = execution.switchToHttp().getRequest<object>()
    return next.handle().pipe(
      map((answer: unknown) => {
        if (!context || !isHandled(answer)) return answer
        const { command, recorded = 0, ...handled } = answer
        if (command !== undefined)
          watchCommand(this.telemetry, request, { context: context.name, command, recorded, refusal: handled.refusal })
        return tell(handled, context)
      }),
    )
  }
}

const tell = ({ accepted, refusal, position, ...rest }: Omit<Handled, keyof Decided>, { name, refusals }: Context): unknown => {
  if (accepted) return { accepted, ...rest, position: position?.toString() ?? null }
  const sentence = refusal === undefined ? undefined : refusals[refusal]
  if (!refusal || !sentence) throw new TypeError(`${name} has no sentence for its refusal "${refusal}"`)
  throw new Problem(409, refusal, sentence)
}
