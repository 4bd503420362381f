import { Body, Get, Param, Post } from '@nestjs/common'
import { CommandBus, QueryBus } from '@nestjs/cqrs'
import { z } from 'zod'
import type { Cause, Handled } from '@concord/event-store'
import { closingReasons, type HomeSickbed, type HomeSickbedRefusal } from '@concord/health'
import { personId, type PersonId } from '@concord/identity'
import { Accepts, Asked, ContextController, ownRecord, pastDate, Tells } from '@concord/service-kit'
import { institutionCode } from '@concord/standards'
import { health } from '../health.context.js'
import { ChangeHomeSickbed } from './home-sickbed.command.js'
import { GetHomeSickbed } from './home-sickbed.query.js'

const opening = z.strictObject({ on: pastDate, institution: institutionCode })
const closing = z.strictObject({ on: pastDate, reason: z.enum(closingReasons) })

@ContextController(health, 'persons/:person/home-sickbed')
export class HomeSickbedController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 建立家庭病床 */
  @Post('open')
  @Accepts('建立家庭病床')
  open(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: opening }) body: z.infer<typeof opening>,
    @Asked() cause: Cause,
  ): Promise<Handled<HomeSickbedRefusal>> {
    return this.commands.execute(new ChangeHomeSickbed(person, { type: 'OpenHomeSickbed', ...body }, cause))
  }

  /** 撤销家庭病床 */
  @Post('close')
  @Accepts('撤销家庭病床')
  close(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: closing }) body: z.infer<typeof closing>,
    @Asked() cause: Cause,
  ): Promise<Handled<HomeSickbedRefusal>> {
    return this.commands.execute(new ChangeHomeSickbed(person, { type: 'CloseHomeSickbed', ...body }, cause))
  }

  /** 查询家庭病床 */
  @Get()
  @Tells('查询家庭病床', ownRecord)
  get(@Param('person', { schema: personId }) person: PersonId): Promise<HomeSickbed> {
    return this.queries.execute(new GetHomeSickbed(person))
  }
}
