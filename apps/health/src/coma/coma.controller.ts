import { Body, Get, Param, Post } from '@nestjs/common'
import { CommandBus, QueryBus } from '@nestjs/cqrs'
import { z } from 'zod'
import type { Cause, Handled } from '@concord/event-store'
import type { Coma, ComaRefusal } from '@concord/health'
import { personId, type PersonId } from '@concord/identity'
import { Accepts, Asked, ContextController, ownRecord, pastDate, Tells } from '@concord/service-kit'
import { health } from '../health.context.js'
import { ChangeComa } from './coma.command.js'
import { GetComa } from './coma.query.js'

const day = z.strictObject({ on: pastDate })

@ContextController(health, 'persons/:person/coma')
export class ComaController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 昏迷开始 */
  @Post('begin')
  @Accepts('上报昏迷开始')
  begin(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: day }) body: z.infer<typeof day>,
    @Asked() cause: Cause,
  ): Promise<Handled<ComaRefusal>> {
    return this.commands.execute(new ChangeComa(person, { type: 'BeginComa', ...body }, cause))
  }

  /** 昏迷结束 */
  @Post('end')
  @Accepts('上报昏迷结束')
  end(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: day }) body: z.infer<typeof day>,
    @Asked() cause: Cause,
  ): Promise<Handled<ComaRefusal>> {
    return this.commands.execute(new ChangeComa(person, { type: 'EndComa', ...body }, cause))
  }

  /** 查询昏迷状态 */
  @Get()
  @Tells('查询昏迷状态', ownRecord)
  get(@Param('person', { schema: personId }) person: PersonId): Promise<Coma> {
    return this.queries.execute(new GetComa(person))
  }
}
