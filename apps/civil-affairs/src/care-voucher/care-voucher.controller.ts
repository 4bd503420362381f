import { Body, Get, Param, Post } from '@nestjs/common'
import { CommandBus, QueryBus } from '@nestjs/cqrs'
import { z } from 'zod'
import type { CareVoucherRefusal, CareVouchers } from '@concord/civil-affairs'
import { recordId } from '@concord/contracts'
import type { Cause, Handled } from '@concord/event-store'
import { personId, type PersonId } from '@concord/identity'
import { Accepts, Asked, ContextController, ownRecord, pastDate, Tells } from '@concord/service-kit'
import { namedAbility } from '../applicant/ability.schema.js'
import { civilAffairs } from '../civil-affairs.context.js'
import { ChangeCareVoucher } from './care-voucher.command.js'
import { GetCareVouchers } from './care-voucher.query.js'
import { month } from './month.js'

const issuing = z.strictObject({
  voucherId: recordId,
  on: pastDate,
  month,
  fen: z.int().positive().describe('面额, 分'),
  ability: namedAbility,
})

@ContextController(civilAffairs, 'persons/:person/care-voucher')
export class CareVoucherController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 发放消费券 */
  @Post('issue')
  @Accepts('发放养老服务消费券')
  issue(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: issuing }) body: z.infer<typeof issuing>,
    @Asked() cause: Cause,
  ): Promise<Handled<CareVoucherRefusal>> {
    return this.commands.execute(new ChangeCareVoucher(person, { type: 'IssueCareVoucher', ...body }, cause))
  }

  /** 查询消费券 */
  @Get()
  @Tells('查询养老服务消费券', ownRecord)
  get(@Param('person', { schema: personId }) person: PersonId): Promise<CareVouchers> {
    return this.queries.execute(new GetCareVouchers(person))
  }
}
