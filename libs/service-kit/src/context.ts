import { applyDecorators, Controller, SetMetadata } from '@nestjs/common'
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger'
import { OpenTo } from '@concord/access'
import type { ContextName } from '@concord/contracts'
import type { Sentences } from '@concord/decider'

/** A bounded context as its edge needs to know it. */
export interface Context {
  readonly name: ContextName
  readonly refusals: Sentences
}

export const CONTEXT = 'concord:context'

/** A controller of one agency: under its own address, open to its own systems alone, its refusals in its own words. */
export const ContextController = (context: Context, path: string) =>
  applyDecorators(
    Controller(`${context.name}/v1/${path}`),
    OpenTo(context.name),
    SetMetadata(CONTEXT, context),
    ApiTags(context.name),
    ApiBearerAuth(),
  )
