import { Body, Get, Param, Post } from '@nestjs/common'
import { CommandBus, QueryBus } from '@nestjs/cqrs'
import { z } from 'zod'
import { type HardshipPeriods, type HardshipRefusal, hardshipStatuses } from '@concord/civil-affairs'
import type { Cause, Handled } from '@concord/event-store'
import { personId, type PersonId } from '@concord/identity'
import { Accepts, Asked, ContextController, ownRecord, pastDate, Tells } from '@concord/service-kit'
import { civilAffairs } from '../civil-affairs.context.js'
import { ChangeHardship } from './hardship.command.js'
import { GetHardship } from './hardship.query.js'

const standing = z.strictObject({
  status: z.enum(hardshipStatuses).describe('destitute 特困 · low-income 低保 · low-income-margin 低保边缘'),
  on: pastDate,
})

@ContextController(civilAffairs, 'persons/:person/hardship')
export class HardshipController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 认定困难身份 */
  @Post('recognise')
  @Accepts('认定困难身份')
  recognise(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: standing }) body: z.infer<typeof standing>,
    @Asked() cause: Cause,
  ): Promise<Handled<HardshipRefusal>> {
    return this.commands.execute(new ChangeHardship(person, { type: 'RecogniseHardship', ...body }, cause))
  }

  /** 退出困难身份 */
  @Post('withdraw')
  @Accepts('退出困难身份')
  withdraw(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: standing }) body: z.infer<typeof standing>,
    @Asked() cause: Cause,
  ): Promise<Handled<HardshipRefusal>> {
    return this.commands.execute(new ChangeHardship(person, { type: 'WithdrawHardship', ...body }, cause))
  }

  /** 查询困难身份 */
  @Get()
  @Tells('查询困难身份', ownRecord)
  get(@Param('person', { schema: personId }) person: PersonId): Promise<HardshipPeriods> {
    return this.queries.execute(new GetHardship(person))
  }
}
