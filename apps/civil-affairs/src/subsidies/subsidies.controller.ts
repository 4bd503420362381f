import { Body, Get, Param, Post } from '@nestjs/common'
import { CommandBus, QueryBus } from '@nestjs/cqrs'
import { z } from 'zod'
import { stopReasons, type Subsidies, type SubsidyRefusal } from '@concord/civil-affairs'
import { recordId } from '@concord/contracts'
import type { Cause, Handled } from '@concord/event-store'
import { personId, type PersonId } from '@concord/identity'
import { Accepts, Asked, ContextController, ownRecord, Tells } from '@concord/service-kit'
import { plainDate } from '@concord/standards'
import { namedAbility } from '../applicant/ability.schema.js'
import { civilAffairs } from '../civil-affairs.context.js'
import { ChangeSubsidies } from './subsidies.command.js'
import { GetSubsidies } from './subsidies.query.js'

const grade = z.int().min(1).max(4).describe('1 is the most severe')
const certificate = z
  .strictObject({
    certificateId: recordId,
    grade,
    components: z
      .array(z.strictObject({ category: z.int().min(1).max(6), grade }))
      .min(1)
      .max(6),
  })
  .describe('残疾人证, as the federation confirmed it')

const granting = z.strictObject({
  subsidyId: recordId,
  on: plainDate.describe('Paid from this day; it may lie ahead'),
  monthlyFen: z.int().positive().describe('月补贴额, 分'),
  claim: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('disability-living'), certificate }),
    z.strictObject({ kind: z.literal('disability-nursing'), certificate, needsLongTermCare: z.boolean().describe('Six months or more') }),
    z.strictObject({ kind: z.literal('elder-nursing'), ability: namedAbility }),
  ]),
})
const stopping = z.strictObject({ subsidyId: recordId, on: plainDate, reason: z.enum(stopReasons) })

@ContextController(civilAffairs, 'persons/:person/subsidies')
export class SubsidiesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 批准补贴: 困难残疾人生活补贴, 重度残疾人护理补贴, 失能护理补贴 */
  @Post('grant')
  @Accepts('批准补贴')
  grant(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: granting }) body: z.infer<typeof granting>,
    @Asked() cause: Cause,
  ): Promise<Handled<SubsidyRefusal>> {
    return this.commands.execute(new ChangeSubsidies(person, { type: 'GrantSubsidy', ...body }, cause))
  }

  /** 停发补贴 */
  @Post('stop')
  @Accepts('停发补贴')
  stop(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: stopping }) body: z.infer<typeof stopping>,
    @Asked() cause: Cause,
  ): Promise<Handled<SubsidyRefusal>> {
    return this.commands.execute(new ChangeSubsidies(person, { type: 'StopSubsidy', ...body }, cause))
  }

  /** 查询补贴 */
  @Get()
  @Tells('查询补贴', ownRecord)
  get(@Param('person', { schema: personId }) person: PersonId): Promise<Subsidies> {
    return this.queries.execute(new GetSubsidies(person))
  }
}
