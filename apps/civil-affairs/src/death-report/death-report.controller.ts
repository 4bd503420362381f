import { Body, Get, Param, Post } from '@nestjs/common'
import { CommandBus, QueryBus } from '@nestjs/cqrs'
import { z } from 'zod'
import type { DeathReport, DeathReportRefusal } from '@concord/civil-affairs'
import type { Cause, Handled } from '@concord/event-store'
import { personId, type PersonId } from '@concord/identity'
import { Accepts, Asked, ContextController, ownRecord, pastDate, Tells } from '@concord/service-kit'
import { civilAffairs } from '../civil-affairs.context.js'
import { ChangeDeathReport } from './death-report.command.js'
import { GetDeathReport } from './death-report.query.js'

const reporting = z.strictObject({ diedOn: pastDate, reportedOn: pastDate })
const withdrawing = z.strictObject({ on: pastDate })

@ContextController(civilAffairs, 'persons/:person/death-report')
export class DeathReportController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 殡葬死亡报告 */
  @Post('report')
  @Accepts('上报殡葬死亡报告')
  report(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: reporting }) body: z.infer<typeof reporting>,
    @Asked() cause: Cause,
  ): Promise<Handled<DeathReportRefusal>> {
    return this.commands.execute(new ChangeDeathReport(person, { type: 'ReportDeath', ...body }, cause))
  }

  /** 撤回误报 */
  @Post('withdraw')
  @Accepts('撤回死亡报告')
  withdraw(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: withdrawing }) body: z.infer<typeof withdrawing>,
    @Asked() cause: Cause,
  ): Promise<Handled<DeathReportRefusal>> {
    return this.commands.execute(new ChangeDeathReport(person, { type: 'WithdrawDeathReport', ...body }, cause))
  }

  /** 查询死亡报告 */
  @Get()
  @Tells('查询死亡报告', ownRecord)
  get(@Param('person', { schema: personId }) person: PersonId): Promise<DeathReport> {
    return this.queries.execute(new GetDeathReport(person))
  }
}
