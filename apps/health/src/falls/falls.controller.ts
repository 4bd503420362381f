import { Body, Get, Param, Post } from '@nestjs/common'
import { CommandBus, QueryBus } from '@nestjs/cqrs'
import { z } from 'zod'
import { recordId } from '@concord/contracts'
import type { Cause, Handled } from '@concord/event-store'
import type { Fall, FallRefusal } from '@concord/health'
import { personId, type PersonId } from '@concord/identity'
import { Accepts, Asked, ContextController, ownRecord, pastDate, Tells } from '@concord/service-kit'
import { health } from '../health.context.js'
import { ChangeFalls } from './falls.command.js'
import { GetFalls } from './falls.query.js'

const fall = z.strictObject({ fallId: recordId, on: pastDate })

@ContextController(health, 'persons/:person/falls')
export class FallsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 跌倒上报 */
  @Post('report')
  @Accepts('上报跌倒')
  report(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: fall }) body: z.infer<typeof fall>,
    @Asked() cause: Cause,
  ): Promise<Handled<FallRefusal>> {
    return this.commands.execute(new ChangeFalls(person, { type: 'ReportFall', ...body }, cause))
  }

  /** 查询跌倒记录 */
  @Get()
  @Tells('查询跌倒记录', ownRecord)
  get(@Param('person', { schema: personId }) person: PersonId): Promise<readonly Fall[]> {
    return this.queries.execute(new GetFalls(person))
  }
}
